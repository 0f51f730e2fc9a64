import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { RecordClass } from '../../platform/records/declarations.js';
import type { RegistryRecord } from '../../platform/records/record.js';
import type { Content } from '../../platform/writing/content.js';
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
  const addDated = async <Row extends RegistryRecord & Dated>(type: RecordClass<Row>, list: DatedList) => {
    const rows = entries.flatMap((entry, index) =>
      (entry[list] ?? []).map((row, position) => ({
        row: { ...row, organizationId: organizations[index]?.id as string },
        at: `${at(index)}/${list}/${position}`,
      })),
    );
    const place = (index: number) => rows[index]?.at ?? '';
    refuseRepeated(
      rows.map(({ row }) => `${row.organizationId} ${row.validFrom}`),
      (index) => `${place(index)}/validFrom`,
    );
    const added = await registry.addAll(type, rows.map(({ row }) => row) as unknown as Content<Row>[], place);
    return { added, place };
  };
  await addDated(OrganizationNaming, 'names');
  const seats = await addDated(OrganizationAddress, 'addresses');
  await addDated(OrganizationStatus, 'statuses');
  await refusePlacesOfAnotherTime(registry, seats.added, seats.place);
  return organizations;
}

/** Rows of which an organisation has one from a day on. */
type DatedList = 'names' | 'addresses' | 'statuses';
type Dated = { validFrom: string };
