import { placesWithin, unitOnDay } from '../places/succession.js';

/** The unit, as of its time, in which an organisation (by the SQL of its id) has its seat on the day asked for. */
export const seatOnDay = (
  organizationId: string,
): string => `(select a.place_id from organization_addresses a where a.organization_id = ${organizationId} and a.voided_at is null
      and a.valid_from <= :asOf order by a.valid_from desc limit 1)`;
const seat = seatOnDay('o.id');

/**
 * The unit by which a seat (by the SQL of its unit) is counted: the district of the day; without districts, the commune of
 * the day; and the unit of the seat's own time where nobody can tell which one it lies in since.
 */
export const countedIn = (unitOfSeat: string): string => `(select coalesce(district.id, unit.id)
      from (select ${unitOfSeat} as id) seat
      join places unit on unit.id = ${unitOnDay('seat.id')}
      left join places district on district.id = unit.parent_id and district.level = 'district'
        and (unit.valid_to is null or unit.valid_to > :asOf))`;

/** A unit with the one that it lies in: many communes have the same name. */
const placeCalled = `(select concat_ws(', ', p.full_name, above.full_name) from places p left join places above on above.id = p.parent_id where p.id = :id)`;

/** A list's filters by that seat, for any list with an organisation `o`. */
export const seatFilters = {
  placeId: {
    says: 'The seat on the day lies in this unit, in a unit below it, or in one that became such a unit by the day',
    kind: 'id',
    sql: `${seat} = any(array(${placesWithin(':placeId', ':asOf')}))`,
    called: placeCalled,
  },
  countedInId: {
    says: 'The seat on the day is one of those that the report on members counts in this unit',
    kind: 'id',
    sql: `${countedIn(seat)} = :countedInId`,
    called: placeCalled,
  },
  seatKnown: {
    says: 'Only those whose seat on the day is known, or only those whose seat is not',
    kind: 'flag',
    sql: `(${seat} is not null) = :seatKnown`,
  },
} as const;
