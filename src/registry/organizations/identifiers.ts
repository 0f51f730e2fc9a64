import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Organization, OrganizationNaming } from './organization.entity.js';
import { RegistrationNumberTaken, TaxCodeTaken } from './organizations.problems.js';

type Identified = Pick<Organization, 'taxCode' | 'registrationNumber'>;

/**
 * Two organisations never share a tax code or, in one alliance, a registration number. The refusal names the other one
 * where the writer may see it; where not, the database's own refusal says only that it is taken.
 * @param at where each stands in the request
 */
export async function refuseTakenIdentifiers(
  registry: Registry,
  allianceId: string,
  entries: readonly Identified[],
  { except, at = () => '' }: { except?: string; at?: (index: number) => string } = {},
): Promise<void> {
  const whose = (key: keyof Identified, { [key]: value }: Organization): string =>
    `${at(entries.findIndex((entry) => entry[key] === value))}/${key}`;
  const others = (found: Organization[]) => found.filter(({ id }) => id !== except);
  const taxCodes = given(entries, 'taxCode');
  if (taxCodes.length > 0) {
    const [other] = others(await registry.find(Organization, { taxCode: taxCodes }));
    if (other) {
      const { taxCode } = other;
      throw TaxCodeTaken({ taxCode: taxCode ?? '', holder: await nameOf(registry, other) }).at(whose('taxCode', other));
    }
  }
  const numbers = given(entries, 'registrationNumber');
  if (numbers.length > 0) {
    const [other] = others(await registry.find(Organization, { registrationNumber: numbers, allianceId }));
    if (other) {
      throw RegistrationNumberTaken({
        registrationNumber: other.registrationNumber ?? '',
        holder: await nameOf(registry, other),
      }).at(whose('registrationNumber', other));
    }
  }
}

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

async function nameOf(registry: Registry, { id, code }: Organization): Promise<string> {
  const names = await registry.find(OrganizationNaming, { organizationId: id });
  const latest = names.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1);
  return `${latest?.name ?? ''} (${code})`;
}
