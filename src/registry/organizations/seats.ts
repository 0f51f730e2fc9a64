import { refuseAtEach } from '../../platform/problems/at-each.js';
import { lastsOnDay } from '../../platform/reading/on-day.js';
import type { Registry } from '../../platform/writing/registry.js';
import { PlaceNotOfThatTime } from './organizations.problems.js';

/** The units that place `p` was made of or became, if they existed on the first day of `seat`: a few of them by name. */
const THEN = `(select string_agg(near.full_name, ', ' order by near.full_name) from (
      select n.full_name from place_successions su join places n on n.id in (su.predecessor_id, su.successor_id) and n.id <> p.id
      where p.id in (su.predecessor_id, su.successor_id)
        and ${lastsOnDay('n.valid_from', 'n.valid_to', 'seat.valid_from')} limit 6) near)`;

const UNKNOWN = { vi: 'không rõ', en: 'unknown' };

/** A seat lies in a unit that existed on its first day: an address shows the unit of its time. */
export async function refusePlacesOfAnotherTime(
  registry: Registry,
  seats: readonly { placeId: string; validFrom: string }[],
  at: (index: number) => string,
): Promise<void> {
  if (seats.length === 0) return;
  const wrong = await registry.ask<{ place: string; validFrom: string; index: number; then: string | null }>(
    `select p.full_name as place, seat.valid_from as "validFrom", seat.index, ${THEN} as then
     from jsonb_to_recordset(:seats::jsonb) seat(place_id uuid, valid_from date, index integer) join places p on p.id = seat.place_id
     where p.valid_from > seat.valid_from or p.valid_to <= seat.valid_from order by seat.index`,
    {
      seats: JSON.stringify(
        seats.map(({ placeId, validFrom }, index) => ({ place_id: placeId, valid_from: validFrom, index })),
      ),
    },
  );
  refuseAtEach(
    PlaceNotOfThatTime,
    wrong.map(({ place, validFrom, index, then }) => ({
      pointer: `${at(index)}/placeId`,
      params: { place, validFrom, then: then ?? UNKNOWN },
    })),
  );
}
