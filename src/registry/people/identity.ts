import { refuseAtEach } from '../../platform/problems/at-each.js';
import type { Registry } from '../../platform/writing/registry.js';
import { IdentityNumberTaken } from './people.problems.js';
import { Person } from './person.entity.js';

type Identified = { readonly identityNumber?: string | null };

/** Two people of one alliance never share an identity number. @throws IdentityNumberTaken with the other's name and id */
export async function refuseTakenNumbers(
  registry: Registry,
  allianceId: string,
  people: readonly Identified[],
  { except, at = () => '' }: { except?: string; at?: (index: number) => string } = {},
): Promise<void> {
  const identityNumber = people.flatMap((person) => person.identityNumber ?? []);
  if (identityNumber.length === 0) return;
  const found = await registry.find(Person, { identityNumber, allianceId });
  const others = found.filter(({ id }) => id !== except);
  refuseAtEach(
    IdentityNumberTaken,
    others.map(({ id, identityNumber: number, fullName }) => {
      const index = people.findIndex((person) => person.identityNumber === number);
      return { pointer: `${at(index)}/identityNumber`, params: { holder: fullName, holderId: id } };
    }),
  );
}
