/** Succession `f` is the only one of its predecessor. */
const undivided = `not exists (select from place_successions g where g.predecessor_id = f.predecessor_id and g.successor_id <> f.successor_id)`;

/**
 * The one unit that a unit became by a day, over the SQL of both; null when it became none, or when it was divided: then
 * only an address could tell. No unit was reformed twice yet: the successor of a successor is not asked.
 */
export const successorOf = (placeId: string, day: string): string =>
  `(select f.successor_id from place_successions f where f.predecessor_id = ${placeId} and f.occurred_on <= ${day}
        and ${undivided})`;

/** The unit that a unit is on the day asked for; itself, where nobody can tell which one it became. */
export const unitOnDay = (placeId: string): string => `coalesce(${successorOf(placeId, ':asOf')}, ${placeId})`;

/**
 * The ids of a unit, of all below it, and of all that became one of those by a day, over the SQL of both. Of a divided unit
 * it is not known which of its successors a seat lies in, but it is, which unit all of them lie in.
 */
export const placesWithin = (placeId: string, day: string): string =>
  `with recursive within(id) as (select p.id from places p where p.id = ${placeId} union select part.id from within cross join lateral (
          select p.id from places p where p.parent_id = within.id
          union all select f.predecessor_id from place_successions f where f.successor_id = within.id and f.occurred_on <= ${day}
            and ${undivided}
          union all select f.predecessor_id from places p join place_successions f on f.successor_id = p.id
            where p.parent_id = within.id and f.occurred_on <= ${day} and not exists (select from place_successions g
              join places other on other.id = g.successor_id
              where g.predecessor_id = f.predecessor_id and other.parent_id is distinct from p.parent_id)
        ) part(id)) select id from within`;
