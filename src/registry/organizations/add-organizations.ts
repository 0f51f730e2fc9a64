import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { Registry } from '../../platform/writing/registry.js';
import { refuseRepeatedIdentifiers, refuseTakenIdentifiers } from './identifiers.js';
import { Organization, OrganizationAddress, OrganizationNaming, OrganizationStatus } from './organization.entity.js';
import type { OrganizationItem } from './organization.entries.js';
import { refusePlacesOfAnotherTime } from './seats.js';

/**
 * Enters organisations set-wise: one statement a table, however many there are.
 * @param at where each stands in the request, for the pointers of what is refused
 */
export async function addOrganizations(
  registry: Registry,
  entries: readonly OrganizationItem[],
  at: (index: number) => string,
): Promise<Organization[]> {
  refuseRepeatedIdentifiers(entries);
  await refuseTakenIdentifiers(registry, registry.allianceId, entries, { at });
  const organizations = await registry.addAll(
    Organization,
    entries.map(({ names: _, addresses: _seats, statuses: _states, ...content }) => content),
    at,
  );
  const rowsOf = <Row extends object>(list: 'names' | 'addresses' | 'statuses') =>
    entries.flatMap((entry, index) =>
      ((entry[list] ?? []) as unknown as Row[]).map((row, position) => ({
        row: { ...row, organizationId: organizations[index]?.id as string },
        at: `${at(index)}/${list}/${position}`,
      })),
    );
  const names = rowsOf<OrganizationNaming>('names');
  const addresses = rowsOf<OrganizationAddress>('addresses');
  const statuses = rowsOf<OrganizationStatus>('statuses');
  for (const rows of [names, addresses, statuses]) refuseSameDay(rows);
  await registry.addAll(
    OrganizationNaming,
    names.map(({ row }) => row),
    (index) => names[index]?.at ?? '',
  );
  await registry.addAll(
    OrganizationAddress,
    addresses.map(({ row }) => row),
    (index) => addresses[index]?.at ?? '',
  );
  await registry.addAll(
    OrganizationStatus,
    statuses.map(({ row }) => row),
    (index) => statuses[index]?.at ?? '',
  );
  await refusePlacesOfAnotherTime(
    registry,
    addresses.map(({ row }) => row),
    (index) => addresses[index]?.at ?? '',
  );
  return organizations;
}

/** Of names, seats and statuses one begins on a day. @throws Problem 422 at the second one */
const refuseSameDay = (rows: readonly { row: { organizationId: string; validFrom: string }; at: string }[]): void =>
  refuseRepeated(
    rows.map(({ row }) => `${row.organizationId} ${row.validFrom}`),
    (index) => `${rows[index]?.at}/validFrom`,
  );
