import { beginnings } from './awards.js';
import type { Client } from './client.js';
import { admission, award, awardDecision, congress, delegate, nextNumber, person, position } from './makers.js';
import { course, participant, teaches } from './training-makers.js';

/** Enters something about an organisation into every register that knows organisations, and answers who it is about. */
export async function livesFully(
  by: Client,
  organizationId: string,
): Promise<{ organizationId: string; people: string[] }> {
  const of = `organizations/${organizationId}`;
  const { id: first } = await by.post('people', person()).created();
  const { id: second } = await by.post('people', person()).created();
  const [place] = (await by.get('places', { level: 'commune', asOf: '2018-03-20', limit: 1 }).is()).items;
  await by.post(`${of}/addresses`, { placeId: place?.['id'], validFrom: '2018-03-20' }).created();
  await by.post(`${of}/obligations`, { law: 'cooperatives_2023', kind: 'charter_amendment' }).created();
  await by
    .post(`${of}/figures`, { items: [{ year: 2020, measure: 'revenue', value: 1_000_000, checked: false }] })
    .is();
  await by.post('positions', position(first, organizationId)).created();
  const { id: membership } = await by.post('memberships', admission(organizationId)).created();
  await by.post(`memberships/${membership}/suspensions`, { suspendedOn: '2019-03-01' }).created();
  await by
    .post(`memberships/${membership}/category-changes`, { category: 'associate', validFrom: '2020-01-01' })
    .created();
  await by.post(`memberships/${membership}/exits`, { kind: 'withdrawn', endedOn: '2021-07-01' }).created();
  await sendsDelegates(by, organizationId, first, second);
  await isAwarded(by, organizationId, first);
  const { id: courseId } = await by.post('training-courses', course()).created();
  await teaches(by, courseId, participant(second, organizationId));
  await by.post('supported-models', { organizationId, kind: 'high_tech', validFrom: '2021-09-01' }).created();
  return { organizationId, people: [first, second] };
}

async function sendsDelegates(by: Client, organizationId: string, first: string, second: string): Promise<void> {
  const { id: congressId } = await by.post('congresses', congress()).created();
  const delegates = [delegate(first), delegate(second, { kind: 'alternate', alternateRank: 1 })];
  const seats = { organizationId, officialSeats: 1, alternateSeats: 1, delegates };
  await by.post(`congresses/${congressId}/delegations`, seats).created();
  const { items } = await by.get('delegates', { congressId }).is();
  const idOf = (kind: string) => String(items.find((item) => item['kind'] === kind)?.['id']);
  const call = { alternateId: idOf('alternate'), substitutedAt: '2020-11-26T01:00:00Z', ground: 'ốm' };
  await by.post(`delegates/${idOf('official')}/substitutions`, call).created();
}

async function isAwarded(by: Client, organizationId: string, personId: string): Promise<void> {
  const { body, form } = await beginnings(by);
  const awards = [
    award(form, { organizationId }),
    award(form, { recipientKind: 'individual', personId, organizationId }),
  ];
  const decided = await by
    .post('award-decisions', awardDecision(body, awards, { number: `${nextNumber()}/QĐ` }))
    .created();
  const [{ id }] = decided.body['awards'] as [{ id: string }];
  await by.post(`awards/${id}/revocations`, { ground: 'later_finding', decidedOn: '2021-06-01' }).created();
}
