import type { Problem } from '../problems/problem.js';
import type { RecordClass } from '../records/declarations.js';
import type { RegistryRecord } from '../records/record.js';
import type { Content, Where } from './content.js';
import type { Registry } from './registry.js';

/**
 * Adds a row that is in force from a day on, until the next one of the same owner: a name, a seat, a status.
 * @param owner what says whose it is
 * @throws dayTaken at `/validFrom` when another one begins on that day
 */
export async function addOnFreeDay<Row extends RegistryRecord & { validFrom: string }>(
  registry: Registry,
  type: RecordClass<Row>,
  owner: Content<Row>,
  row: Content<Row> & { validFrom: string },
  dayTaken: (params: { validFrom: string }) => Problem,
): Promise<void> {
  const { validFrom } = row;
  const same = await registry.find(type, { ...owner, validFrom } as Where<Row>);
  if (same.length > 0) throw dayTaken({ validFrom }).at('/validFrom');
  await registry.add(type, { ...owner, ...row });
}
