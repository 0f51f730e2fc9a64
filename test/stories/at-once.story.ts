import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { congress, decision, entersOrganization, organization, person, position } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { beginsTerm, shapes, statistic, target } from '../kit/target-makers.js';

/** Of the same entry sent by several at once one is written, and the others are told in words that it is there. */
async function onlyOneOf(by: Client, path: string, entry: Json, code: string): Promise<void> {
  const replies = await Promise.all(Array.from({ length: 6 }, () => by.post(path, entry)));
  const answered = replies.map(({ status, problemCode }) => problemCode ?? status).sort();
  expect([path, ...answered]).toEqual([path, 201, ...Array.from({ length: 5 }, () => code)]);
}

story('what there is once is written once, however many write it at the same time', async ({ secretariat }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const termId = await beginsTerm(secretariat, '2050-01-01', '2055-01-01');
  const once = (path: string, entry: Json, code: string) => onlyOneOf(secretariat, path, entry, code);
  await once('documents', decision(), 'document-code-taken');
  await once('organizations', organization({ registrationNumber: null }), 'tax-code-taken');
  await once('people', person({ identityNumber: '031174000990' }), 'identity-number-taken');
  await once('congresses', congress(), 'congress-already-recorded');
  await once('targets', target(termId, shapes.models), 'target-code-taken');
  await once('sector-statistics', statistic(), 'statistic-recorded');
  const duty = { law: 'cooperatives_2012', kind: 'conversion' };
  await once(`organizations/${organizationId}/obligations`, duty, 'obligation-exists');
  const status = { status: 'stopped', validFrom: '2022-01-01' };
  await once(`organizations/${organizationId}/statuses`, status, 'day-taken');
  const { id: personId } = await secretariat.post('people', person()).created();
  await once('positions', position(personId, organizationId), 'position-overlaps');
  const model = { organizationId, kind: 'high_tech', validFrom: '2021-09-01' };
  await once('supported-models', model, 'model-recorded');
  const counts = { positionCode: 'group_leader', validFrom: '2030-01-01' };
  await once('manager-positions', counts, 'manager-position-counts');
});
