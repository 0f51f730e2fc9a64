import type { FieldError } from '../../platform/problems/problem.js';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import { invalidEntry } from '../../platform/problems/request.problems.js';
import type { Registry } from '../../platform/writing/registry.js';
import { refuseTakenNumbers } from './identity.js';
import type { Officer } from './people.entries.js';
import { Person } from './person.entity.js';
import { Position } from './position.entity.js';
import { overlapOrRepeat } from '../../platform/time/period.js';

/** Enters people with their positions set-wise: one statement a table, however many there are. @returns their ids */
export async function addPeople(registry: Registry, officers: readonly Officer[]): Promise<string[]> {
  const impossible = officers.flatMap((officer, i) => impossibleIn(officer, `/items/${i}`));
  if (impossible.length > 0) throw invalidEntry(impossible);
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

/** The days and the positions that cannot be. */
const impossibleIn = ({ positions = [] }: Officer, at: string): FieldError[] =>
  positions.flatMap((position, i): FieldError[] => {
    const { validFrom, validTo } = position;
    const pointer = `${at}/positions/${i}`;
    if (validTo && validTo < validFrom)
      return [{ pointer: `${pointer}/validTo`, rule: 'before-start', params: { start: validFrom } }];
    const earlier = positions
      .slice(0, i)
      .findIndex((other) => isSame(position, other) && overlapOrRepeat(position, other));
    return earlier < 0 ? [] : [{ pointer, rule: 'duplicate', params: { first: `${at}/positions/${earlier}` } }];
  });

const isSame = (one: Pick<Position, 'organizationId' | 'position'>, other: typeof one): boolean =>
  one.organizationId === other.organizationId && one.position === other.position;
