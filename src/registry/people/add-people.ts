import { refuseRepeated } from '../../platform/problems/repeated.js';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { Registry } from '../../platform/writing/registry.js';
import { refuseTakenNumbers } from './identity.js';
import type { Officer } from './people.entries.js';
import { Person } from './person.entity.js';
import { Position } from './position.entity.js';
import { overlap } from '../../platform/time/period.js';

/** Enters people with their positions set-wise: one statement a table, however many there are. @returns their ids */
export async function addPeople(registry: Registry, officers: readonly Officer[]): Promise<string[]> {
  officers.forEach((officer, i) => refuseImpossible(officer, `/items/${i}`));
  refuseRepeated(
    officers.map(({ identityNumber }) => identityNumber),
    (index) => `/items/${index}/identityNumber`,
  );
  await refuseTakenNumbers(registry, registry.allianceId, officers, { at: (index) => `/items/${index}` });
  const people = await registry.addAll(
    Person,
    officers.map(({ positions: _, ...person }) => person),
  );
  const held = officers.flatMap(({ positions = [] }, i) =>
    positions.map((position, j) => ({
      position: { ...position, personId: people[i]?.id as string },
      at: `/items/${i}/positions/${j}`,
    })),
  );
  await registry.addAll(
    Position,
    held.map(({ position }) => position),
    (index) => held[index]?.at ?? '',
  );
  return people.map(({ id }) => id);
}

/** @throws Problem 422 at the day or the position that cannot be */
function refuseImpossible({ positions = [] }: Officer, at: string): void {
  positions.forEach((position, i) => {
    const { validFrom, validTo } = position;
    if (validTo && validTo < validFrom) {
      throw invalidField(`${at}/positions/${i}/validTo`, 'before-start', { start: validFrom });
    }
    const earlier = positions.slice(0, i).findIndex((other) => isSame(position, other) && overlap(position, other));
    if (earlier >= 0) {
      throw invalidField(`${at}/positions/${i}`, 'duplicate', { first: `${at}/positions/${earlier}` });
    }
  });
}

const isSame = (one: Pick<Position, 'organizationId' | 'position'>, other: typeof one): boolean =>
  one.organizationId === other.organizationId && one.position === other.position;
