import type { Registry } from '../../platform/writing/registry.js';
import { PlaceNotOfThatTime } from './organizations.problems.js';

/** A seat lies in a unit that existed on its first day: an address shows the unit of its time. */
export async function refusePlacesOfAnotherTime(
  registry: Registry,
  seats: readonly { placeId: string; validFrom: string }[],
  at: (index: number) => string,
): Promise<void> {
  if (seats.length === 0) return;
  const wrong = await registry.ask<{ place: string; validFrom: string; index: number }>(
    `select p.full_name as place, seat.valid_from as "validFrom", seat.index
     from jsonb_to_recordset(:seats::jsonb) seat(place_id uuid, valid_from date, index integer) join places p on p.id = seat.place_id
     where p.valid_from > seat.valid_from or p.valid_to <= seat.valid_from order by seat.index limit 1`,
    {
      seats: JSON.stringify(
        seats.map(({ placeId, validFrom }, index) => ({ place_id: placeId, valid_from: validFrom, index })),
      ),
    },
  );
  if (!wrong[0]) return;
  const { place, validFrom, index } = wrong[0];
  throw PlaceNotOfThatTime({ place, validFrom }).at(`${at(index)}/placeId`);
}
