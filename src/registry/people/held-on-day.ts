/** Position `po` is held on the day asked for. */
export const heldOnDay = 'po.valid_from <= :asOf and (po.valid_to is null or po.valid_to > :asOf)';
