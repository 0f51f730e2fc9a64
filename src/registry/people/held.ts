/** Position `po` is held on the day asked for. */
export const heldOnDayBy = (po: string): string =>
  `${po}.valid_from <= :asOf and (${po}.valid_to is null or ${po}.valid_to > :asOf)`;
export const heldOnDay = heldOnDayBy('po');
