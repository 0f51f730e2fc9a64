/** The unit in which organisation `o` has its seat on the day asked for. */
export const placeOnDay = `(select a.place_id from organization_addresses a where a.organization_id = o.id and a.voided_at is null
      and a.valid_from <= :asOf order by a.valid_from desc limit 1)`;

/** A list's filters by that seat, for any list with an organisation `o`. */
export const seatFilters = {
  placeId: {
    says: 'The seat on the day lies in this unit, or in a unit below it',
    kind: 'id',
    sql: `exists (with recursive unit(id) as (select ${placeOnDay} union all
        select p.parent_id from unit join places p on p.id = unit.id where p.parent_id is not null)
        select from unit where unit.id = :placeId)`,
  },
  seatKnown: {
    says: 'Only those whose seat on the day is known, or only those whose seat is not',
    kind: 'flag',
    sql: `(${placeOnDay} is not null) = :seatKnown`,
  },
} as const;
