import { refuseAtEach } from '../../platform/problems/at-each.js';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Organization, OrganizationNaming } from './organization.entity.js';
import { RegistrationNumberTaken, TaxCodeTaken } from './organizations.problems.js';

type Identified = Pick<Organization, 'taxCode' | 'registrationNumber'>;

/**
 * Two organisations never share a tax code or, in one alliance, a registration number. The refusal names the other one
 * where the writer may see it, at each entry; where not, the database's own refusal says only that it is taken.
 * @param at where each stands in the request
 */
export async function refuseTakenIdentifiers(
  registry: Registry,
  allianceId: string,
  entries: readonly Identified[],
  { except, at = () => '' }: { except?: string; at?: (index: number) => string } = {},
): Promise<void> {
  for (const { key, problem, within } of identifiersIn(allianceId)) {
    const values = given(entries, key);
    if (values.length === 0) continue;
    const found = await registry.find(Organization, { [key]: values, ...within });
    const others = found.filter(({ id }) => id !== except);
    const names = await namesOf(registry, others);
    const places = others.map((other) => ({
      pointer: `${at(entries.findIndex((entry) => entry[key] === other[key]))}/${key}`,
      params: { [key]: other[key] ?? '', holder: names.get(other.id) ?? '', holderId: other.id },
    }));
    refuseAtEach(problem, places);
  }
}

const identifiersIn = (allianceId: string) =>
  [
    { key: 'taxCode', problem: TaxCodeTaken, within: {} },
    { key: 'registrationNumber', problem: RegistrationNumberTaken, within: { allianceId } },
  ] as const;

/** Within one batch an identifier may stand once. @throws Problem 422 `duplicate` at the second one */
export function refuseRepeatedIdentifiers(entries: readonly Identified[]): void {
  for (const key of ['taxCode', 'registrationNumber'] as const) {
    refuseRepeated(
      entries.map((entry) => entry[key]),
      (index) => `/items/${index}/${key}`,
    );
  }
}

const given = (entries: readonly Identified[], key: keyof Identified): string[] =>
  entries.flatMap((entry) => entry[key] ?? []);

/** By the id of each, its latest name with its code. */
async function namesOf(registry: Registry, organizations: readonly Organization[]): Promise<Map<string, string>> {
  if (organizations.length === 0) return new Map();
  const names = await registry.find(OrganizationNaming, { organizationId: organizations.map(({ id }) => id) });
  return new Map(
    organizations.map(({ id, code }) => {
      const own = names.filter(({ organizationId }) => organizationId === id);
      const latest = own.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1);
      return [id, `${latest?.name ?? ''} (${code})`];
    }),
  );
}
