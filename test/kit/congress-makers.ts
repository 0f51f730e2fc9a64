import type { Client } from './client.js';
import { congress, person } from './makers.js';
import type { Json, Reply } from './reply.js';

/** The own alliance, as the secretariat sees it. */
export async function ownAlliance(by: Client): Promise<string> {
  const { items } = await by.get('alliances', { level: 'provincial' }).is();
  return String(items[0]?.['id']);
}

/** A person on the register. @returns the id */
export const enters = async (by: Client, name?: string): Promise<string> =>
  (await by.post('people', person(name ? { fullName: name } : {})).created()).id;

/** Days of a congress that is not over when delegates are called up in December. */
export const inDecember = { startsOn: '2020-12-10', endsOn: '2020-12-12' };

/** A congress and the own alliance's delegation to it. */
export async function sends(
  by: Client,
  seats: Json,
  more: Json = {},
  days: Json = {},
): Promise<{ congressId: string; delegation: Reply }> {
  const { id: congressId } = await by.post('congresses', congress(days)).created();
  const sent = { sendingAllianceId: await ownAlliance(by), ...seats, ...more };
  return { congressId, delegation: await by.post(`congresses/${congressId}/delegations`, sent).created() };
}
