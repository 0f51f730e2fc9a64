import { expect } from '@jest/globals';
import { awards } from '../kit/awards.js';
import {
  admission,
  admits,
  congress,
  decision,
  delegate,
  entersIssuingBody,
  entersOrganization,
  person,
  position,
} from '../kit/makers.js';
import { beginsTerm } from '../kit/target-makers.js';
import { story } from '../kit/story.js';

/** Papers contradict one another: the registry holds what they say, and points it out. */

story('a member that has ended, and one admitted before its founding, are pointed out', async ({ secretariat }) => {
  const ended = await admits(secretariat, { admittedOn: '2019-01-01' });
  const { organization } = ended.body as { organization: { id: string } };
  const dissolved = { status: 'dissolved', validFrom: '2022-05-01' };
  await secretariat.post(`organizations/${organization.id}/statuses`, dissolved).created();
  const day = async (asOf: string) =>
    (await secretariat.get(`memberships/${ended.id}`, { asOf }).is()).body['warnings'];
  expect(await day('2022-04-30')).toEqual([]);
  expect(await day('2022-05-01')).toEqual(['organization_ended']);
  const { id: young } = await entersOrganization(secretariat, { foundedOn: '2021-03-01', foundedPrecision: 'day' });
  const early = await secretariat.post('memberships', admission(young, { admittedOn: '2012-03-02' })).created();
  expect(early.body['warnings']).toEqual(['admitted_before_founding']);
  const { id: founded } = await entersOrganization(secretariat, { on: '2021-03-01' });
  await secretariat.post('memberships', admission(founded, { admittedOn: '2021-03-01' })).created({ warnings: [] });
  await secretariat
    .get('memberships', { warning: ['organization_ended', 'admitted_before_founding'], asOf: '2022-05-01' })
    .refused('invalid-parameters', 400);
  await secretariat.get('memberships', { warning: 'organization_ended', asOf: '2022-05-01' }).lists({ id: ended.id });
  await secretariat.get('memberships', { warning: 'admitted_before_founding' }).lists({ id: early.id });

  await secretariat.post(`memberships/${ended.id}/exits`, { kind: 'dissolved', endedOn: '2022-06-01' }).created();
  expect([await day('2022-05-31'), await day('2022-06-01')]).toEqual([['organization_ended'], []]);
  await secretariat.get('memberships', { warning: 'organization_ended' }).lists();
  await secretariat.get('memberships', { organizationId: organization.id, standing: 'ended' }).lists({ id: ended.id });
  await secretariat
    .get('memberships', { organizationId: organization.id, endedOnFrom: '2022-06-01' })
    .lists({ id: ended.id });
  await secretariat.get('memberships', { organizationId: organization.id, endedOnTo: '2022-05-31' }).lists();
});

story('whatever ended an organisation, a member that it still is is pointed out', async ({ secretariat }) => {
  const warningsAfter = async (status: string) => {
    const { id, body } = await admits(secretariat);
    const { id: organizationId } = body['organization'] as { id: string };
    await secretariat.post(`organizations/${organizationId}/statuses`, { status, validFrom: '2022-05-01' }).created();
    return (await secretariat.get(`memberships/${id}`, { asOf: '2022-05-01' }).is()).body['warnings'];
  };
  for (const status of ['dissolved', 'bankrupt', 'merged', 'divided', 'struck_off', 'converted'])
    expect([status, await warningsAfter(status)]).toEqual([status, ['organization_ended']]);
  for (const status of ['suspended', 'stopped']) expect(await warningsAfter(status)).toEqual([]);
});

story(
  'a delegate of no member, and one of another organisation than its delegation, are pointed out',
  async ({ secretariat }) => {
    const member = await admits(secretariat, { admittedOn: '2019-01-01' });
    const { id: organizationId } = (member.body as { organization: { id: string } }).organization;
    const { id: stranger } = await entersOrganization(secretariat, { name: 'Hợp tác xã Vườn Cau' });
    const { id: congressId } = await secretariat.post('congresses', congress()).created();
    const enters = async () => (await secretariat.post('people', person()).created()).id;
    const delegates = [delegate(await enters()), delegate(await enters(), { organizationId: stranger })];
    const seats = { officialSeats: 2, alternateSeats: 0, organizationId, delegates };
    const { id: delegationId } = await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
    const roll = await secretariat.get('delegates', { delegationId, sort: 'sentBy' }).is();
    const { name } = (member.body as { organization: { name: string } }).organization;
    expect(roll.items.map(({ sentBy, warnings }) => ({ sentBy, warnings }))).toEqual([
      { sentBy: name, warnings: [] },
      { sentBy: name, warnings: ['organization_not_member', 'organization_of_other_delegation'] },
    ]);
    await secretariat.correct(`memberships/${member.id}`, { admittedOn: '2020-11-27' }).is();
    expect((await secretariat.get('delegates', { delegationId, sort: 'sentBy' }).is()).items[0]).toMatchObject({
      warnings: [],
    });
    await secretariat.post(`memberships/${member.id}/exits`, { kind: 'expelled', endedOn: '2020-11-27' }).created();
    await secretariat
      .get('delegates', { delegationId, warning: 'organization_of_other_delegation' })
      .lists({ organization: { id: stranger } });
    const { items } = await secretariat.get(`congresses/${congressId}/roll`).is();
    expect(items.map(({ warnings }) => warnings)).toEqual([
      ['organization_not_member'],
      ['organization_not_member', 'organization_of_other_delegation'],
    ]);
  },
);

story('a congress outside its term is pointed out', async ({ secretariat }) => {
  const termId = await beginsTerm(secretariat, '2035-11-27', '2040-11-27');
  const enters = (startsOn: string) =>
    secretariat.post('congresses', congress({ termId, level: 'national', startsOn, endsOn: startsOn }));
  const { id } = await enters('2035-11-27').created({ warnings: [] });
  await secretariat.correct(`congresses/${id}`, { startsOn: '2035-11-26' }).is({ warnings: [] }); // it closes on the first day
  await secretariat.correct(`congresses/${id}`, { endsOn: '2035-11-26' }).is({ warnings: ['congress_outside_term'] });
  await secretariat
    .correct(`congresses/${id}`, { startsOn: '2040-11-27', endsOn: '2040-11-27' })
    .is({ warnings: ['congress_outside_term'] });
  await secretariat.get('congresses', { warning: 'congress_outside_term' }).lists({ id });
  await secretariat.get('congresses', { warning: 'term_too_long' }).refusedAt('/warning', 'not-in-list');
});

story('a term after days that belong to none is pointed out', async ({ secretariat }) => {
  await beginsTerm(secretariat, '2040-11-27', '2045-11-27'); // right after the one before
  const alliance = async () => (await secretariat.get('alliances', { code: 'HP' }).is()).items[0];
  const warned = async () => {
    const { body } = await secretariat.get(`alliances/${String((await alliance())?.['id'])}`).is();
    const terms = body['terms'] as { validFrom: string; warnings: string[] }[];
    return terms.filter(({ warnings }) => warnings.includes('after_a_gap')).map(({ validFrom }) => validFrom);
  };
  expect(await warned()).toEqual([]);
  await beginsTerm(secretariat, '2045-11-28', '2050-11-27');
  expect(await warned()).toEqual(['2045-11-28']);
  const between = await beginsTerm(secretariat, '2045-11-27', '2045-11-28');
  expect(await warned()).toEqual([]);
  await secretariat.post(`alliance-terms/${between}/voidings`, { reason: 'nhập nhầm' }).created();
  expect(await warned()).toEqual(['2045-11-28']);
});

story('whoever is in office where the organisation has ended is pointed out', async ({ secretariat }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id: personId } = await secretariat.post('people', person()).created();
  const { id } = await secretariat.post('positions', position(personId, organizationId)).created({ warnings: [] });
  const dissolved = { status: 'dissolved', validFrom: '2022-05-01' };
  await secretariat.post(`organizations/${organizationId}/statuses`, dissolved).created();
  const pointedOut = (asOf: string) => secretariat.get('positions', { warning: 'organization_ended', asOf });
  await pointedOut('2022-04-30').lists();
  await pointedOut('2022-05-01').lists({ id, warnings: ['organization_ended'] });
  await secretariat.post(`positions/${id}/endings`, { endedOn: '2022-05-01' }).created();
  await pointedOut('2022-05-01').lists();
});

story(
  'what the credentials committee asks of a sender is asked of the first day of the congress',
  async ({ secretariat }) => {
    const { id: membershipId, body } = await admits(secretariat, { admittedOn: '2019-01-01' });
    const { id: organizationId } = body['organization'] as { id: string };
    const { id: congressId } = await secretariat.post('congresses', congress()).created();
    const delegates = [delegate((await secretariat.post('people', person()).created()).id)];
    const seats = { officialSeats: 1, alternateSeats: 0, organizationId, delegates };
    await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
    const pointedOut = (warning: string) => secretariat.get('delegates', { congressId, warning });
    const all = ['organization_suspended', 'organization_ended', 'organization_not_member'];
    for (const warning of all) await pointedOut(warning).lists();
    await secretariat.post(`memberships/${membershipId}/suspensions`, { suspendedOn: '2020-11-27' }).created();
    await pointedOut('organization_suspended').lists({ warnings: ['organization_suspended'] });
    const dissolved = { status: 'dissolved', validFrom: '2020-11-28' };
    const { id } = await secretariat.post(`organizations/${organizationId}/statuses`, dissolved).created();
    await pointedOut('organization_ended').lists();
    expect(id).toBe(organizationId);
    await secretariat
      .post(`organizations/${organizationId}/statuses`, { status: 'merged', validFrom: '2020-11-27' })
      .created();
    await pointedOut('organization_ended').lists({ warnings: ['organization_suspended', 'organization_ended'] });
  },
);

story(
  'what is dated before its paper, or before who it is about was founded, is pointed out, and a manager of what is not there yet is not counted',
  async (cast) => {
    const { secretariat } = cast;
    const issued = { issuedOn: '2021-06-01', issuingBodyId: await entersIssuingBody(secretariat) };
    const { id: documentId } = await secretariat.post('documents', decision(issued)).created();
    const founded = { foundedOn: '2021-03-01', foundedPrecision: 'day' };
    const { id: organizationId } = await entersOrganization(secretariat, founded);
    const early = admission(organizationId, { admittedOn: '2021-05-31', admittedByDocumentId: documentId });
    const { id } = await secretariat.post('memberships', early).created({ warnings: ['admitted_before_decision'] });
    await secretariat.correct(`memberships/${id}`, { admittedOn: '2021-06-01' }).is({ warnings: [] });

    const award = await awards(secretariat, { organizationId }, { decidedOn: '2021-02-28', documentId });
    const both = ['recipient_not_founded', 'paper_of_another_day', 'paper_of_another_number', 'paper_of_another_body'];
    await secretariat.get(`awards/${award}`).is({ warnings: both });
    for (const warning of both) await secretariat.get('awards', { warning }).lists({ id: award });

    const { id: personId } = await secretariat.post('people', person()).created();
    const held = position(personId, organizationId, { position: 'director', validFrom: '2021-02-28' });
    await secretariat.post('positions', held).created({ warnings: ['held_before_founding'] });
    const managers = (asOf: string) => secretariat.get('training-coverage/managers', { organizationId, asOf });
    await managers('2021-02-28').lists();
    await managers('2021-03-01').lists({ id: personId });
  },
);
