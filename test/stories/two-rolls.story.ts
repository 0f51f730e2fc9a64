import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import { enters, ownAlliance } from '../kit/congress-makers.js';
import { admission, congress, decision, delegate, entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';

const twice = 'member_of_another_alliance';

story('an organisation on the rolls of two alliances shows the roll of its own', async (cast) => {
  const { administrator, anonymous, secretariat, auditor } = cast;
  const { clerk, allianceId } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-HR');
  const both = await entersOrganization(clerk);
  const aboveAlone = await entersOrganization(clerk);
  const admitted = { admittedOn: '2020-03-01' };
  const certified = { certificateNumber: '01/GCN' }; // each alliance counts its own
  const above = await secretariat.post('memberships', admission(both.id, admitted)).created();
  await secretariat.post('memberships', admission(aboveAlone.id, { ...admitted, ...certified })).created();
  const entered = admission(both.id, { admittedOn: '2021-03-01', ...certified });
  const own = await clerk.post('memberships', entered).created();
  await clerk.get(`memberships/${own.id}`).is({ warnings: [] });
  for (const { id } of [own, above]) await auditor.get(`memberships/${id}`).is({ warnings: [twice] });
  await auditor.get('memberships', { warning: twice, organizationId: both.id, total: true }).is({ total: 2 });
  await auditor.get('memberships', { warning: twice, organizationId: aboveAlone.id }).lists();

  await clerk.get(`memberships/${above.id}`).unknown();
  for (const by of [clerk, auditor]) {
    await by.get(`organizations/${both.id}`).is({ membership: { id: own.id, allianceId } });
    await by.get(`organizations/${both.id}`, { asOf: '2020-12-31' }).is({ membership: null });
    await by.get(`organizations/${aboveAlone.id}`).is({ membership: null });
    await by.get('organizations', { allianceId, member: true }).lists({ id: both.id });
  }
  const { items } = await clerk.get(`organizations/${both.id}/timeline`, { event: 'admitted' }).is();
  expect(items.map((line) => line['allianceId'])).toEqual([await ownAlliance(secretariat), allianceId]);

  const paper = await secretariat.post('documents', decision()).created();
  const change = { category: 'associate', validFrom: '2020-06-01', documentId: paper.id };
  await secretariat.post(`memberships/${above.id}/category-changes`, change).created();
  const exit = { kind: 'expelled', endedOn: '2021-01-01', ground: 'chuyện của Liên minh trên', documentId: paper.id };
  await secretariat.post(`memberships/${above.id}/exits`, exit).created();
  const told = async (by: typeof clerk, event: string) =>
    (await by.get(`organizations/${both.id}/timeline`, { event }).is()).items[0];
  const left = (by: typeof clerk) => told(by, 'left');
  expect(await told(secretariat, 'category_changed')).toMatchObject({ document: { id: paper.id } });
  expect(await told(clerk, 'category_changed')).toMatchObject({ on: '2020-06-01', document: null });
  expect(await left(secretariat)).toMatchObject({ detail: exit.ground, document: { id: paper.id } });
  expect(await left(clerk)).toMatchObject({ on: '2021-01-01', exit: 'expelled', detail: null, document: null });

  const members = async (of?: string) =>
    (await auditor.get('reports/members', { ...(of && { allianceId: of }) }).is()).body;
  const [all, below] = [await members(), await members(allianceId)];
  expect(below['members']).toBe(1);
  expect(all['members']).toBe(Number((await members(await ownAlliance(secretariat)))['members']) + 1);
  for (const { memberRows } of below['rows'] as { memberRows: string }[])
    await auditor.get(`${memberRows}&total=true`).is({ total: 1 });
});

story('a delegate to the congress of one alliance is of a member of it, not of another', async (cast) => {
  const { administrator, anonymous, secretariat } = cast;
  const { clerk } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-DB');
  const { id: organizationId } = await entersOrganization(clerk);
  const roll = await clerk.post('memberships', admission(organizationId, { admittedOn: '2019-01-01' })).created();
  await secretariat.get(`memberships/${roll.id}`).is({ warnings: [] });
  for (const [level, warnings] of Object.entries({ provincial: ['organization_not_member'], national: [] })) {
    const { id: congressId } = await secretariat.post('congresses', congress({ level })).created();
    const delegates = [delegate(await enters(secretariat))];
    const seats = { organizationId, officialSeats: 1, alternateSeats: 0, delegates };
    await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
    await secretariat.get('delegates', { congressId }).lists({ warnings });
  }
});

story('the life of an organisation tells of its founding, and of each turn its paper and ground', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id } = await entersOrganization(secretariat, { on: '2018-03-20' });
  const paper = await secretariat.post('documents', decision()).created();
  const { id: member } = await secretariat
    .post('memberships', admission(id, { admittedOn: '2018-05-11', admittedByDocumentId: paper.id }))
    .created();
  const exit = { kind: 'withdrawn', endedOn: '2021-07-01', ground: 'theo đơn', documentId: paper.id };
  await secretariat.post(`memberships/${member}/exits`, exit).created();
  const { items } = await auditor.get(`organizations/${id}/timeline`).is();
  expect(items[0]).toMatchObject({ event: 'founded', on: '2018-03-20', id, detail: null });
  const vague = await entersOrganization(secretariat, { foundedOn: '2015-01-01', foundedPrecision: 'year' });
  const told = await auditor.get(`organizations/${vague.id}/timeline`, { event: 'founded' }).is();
  expect(told.items).toMatchObject([{ on: '2015-01-01', detail: '2015' }]);
  const document = { id: paper.id };
  expect(items.slice(-2)).toMatchObject([
    { event: 'admitted', document },
    { event: 'left', exit: 'withdrawn', detail: 'theo đơn', document },
  ]);
});
