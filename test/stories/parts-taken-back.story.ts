import { expect } from '@jest/globals';
import { decision, entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

const reason = { reason: 'nhập nhầm' };

const idsOf = (body: Json, part: string): string[] => (body[part] as { id: string }[]).map(({ id }) => id);

story('what belongs to an organisation that was taken back stays as it is, and so does its record', async (cast) => {
  const { secretariat } = cast;
  const { body: commune } = await secretariat.get('places', { level: 'commune', asOf: '2018-03-20', limit: 1 }).is();
  const [placeId] = idsOf(commune, 'items');
  const { id } = await entersOrganization(secretariat, {
    addresses: [{ placeId, validFrom: '2018-03-20' }],
    statuses: [
      { status: 'operating', validFrom: '2018-03-20' },
      { status: 'suspended', validFrom: '2020-01-01' },
    ],
  });
  const duty = { law: 'cooperatives_2012', kind: 'conversion', dueOn: '2022-01-01' };
  await secretariat.post(`organizations/${id}/obligations`, duty).created();
  const items = [{ year: 2021, measure: 'members', value: 5, checked: true }];
  await secretariat.post(`organizations/${id}/figures`, { items }).created();
  const { body } = await secretariat.get(`organizations/${id}`).is();
  const parts = {
    'organization-names': { paths: idsOf(body, 'names'), correction: { name: 'Hợp tác xã Khác' } },
    'organization-addresses': { paths: idsOf(body, 'addresses') },
    'organization-statuses': { paths: idsOf(body, 'statuses') },
    obligations: { paths: idsOf(body, 'obligations'), correction: { dueOn: '2023-01-01' } },
    'organization-figures': { paths: idsOf(body, 'figures'), correction: { value: 7777 } },
  };
  await secretariat.post(`organizations/${id}/voidings`, reason).created();
  const before = await secretariat.get(`organizations/${id}`).is();
  for (const [resource, { paths, ...more }] of Object.entries(parts)) {
    for (const part of paths) {
      const path = `${resource}/${part}`;
      if ('correction' in more) await secretariat.correct(path, more.correction).refused('taken-back-already', 409);
      await secretariat.post(`${path}/voidings`, reason).refused('taken-back-already', 409);
    }
  }
  const after = await secretariat.get(`organizations/${id}`).is();
  expect(after.text).toBe(before.text);
});

story('a figure of a document that was taken back stays with it', async ({ secretariat }) => {
  const { id } = await secretariat.post('documents', decision()).created();
  const figure = { code: 'members.represented', relation: 'eq', value: 263, asOf: '2020-11-27', rank: 1 };
  await secretariat.post(`documents/${id}/declared-figures`, { items: [figure] }).created();
  const { body } = await secretariat.get(`documents/${id}`).is();
  await secretariat.post(`documents/${id}/voidings`, reason).created();
  for (const declared of idsOf(body, 'figures'))
    await secretariat.post(`declared-figures/${declared}/voidings`, reason).refused('taken-back-already', 409);
});
