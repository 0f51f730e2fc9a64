import { expect } from '@jest/globals';
import { awards } from '../kit/awards.js';
import type { Client } from '../kit/client.js';
import {
  admission,
  admits,
  congress,
  decision,
  entersIssuingBody,
  entersOrganization,
  person,
  position,
} from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { beginsTerm, target } from '../kit/target-makers.js';
import { course, participant, programme, teaches } from '../kit/training-makers.js';

/** What cannot be is refused where it stands in the request; what papers may say all the same is pointed out. */

const foundedIn2021 = { on: '2021-03-01' };

/** Enters an organisation that was dissolved on 1 May 2018, and answers its id. */
async function dissolved(by: Client): Promise<string> {
  const { id } = await entersOrganization(by, { on: '2010-01-01' });
  await by.post(`organizations/${id}/statuses`, { status: 'dissolved', validFrom: '2018-05-01' }).created();
  return id;
}

story('a model that is no organisation on its first day is pointed out', async ({ secretariat }) => {
  const model = { kind: 'high_tech', validFrom: '2021-02-28' };
  const { id: young } = await entersOrganization(secretariat, foundedIn2021);
  const notYet = await secretariat.post('supported-models', { organizationId: young, ...model }).created();
  expect(notYet.body['warnings']).toEqual(['organization_not_founded']);
  const noMore = { organizationId: await dissolved(secretariat), ...model };
  await secretariat.post('supported-models', noMore).created({ warnings: ['organization_ended'] });
  await secretariat
    .get('supported-models', { warning: 'organization_not_founded', asOf: '2021-02-28' })
    .lists({ id: notYet.id });
  await secretariat.correct(`supported-models/${notYet.id}`, { validFrom: '2021-03-01' }).is({ warnings: [] });
});

story('an award to what was no more is pointed out', async ({ secretariat }) => {
  const late = await awards(secretariat, { organizationId: await dissolved(secretariat) });
  await secretariat.get('awards', { warning: 'recipient_ended' }).lists({ id: late });
});

story('what its list had no longer, or not yet, is pointed out', async ({ secretariat }) => {
  const of = { rank: 90, validFrom: '2010-01-01', validTo: '2020-01-01' };
  const cheered = { ...of, code: 'cheered', vi: 'Thành viên cổ vũ', en: 'Cheered' };
  await secretariat.post('codes/membership_category', cheered).created();
  const admitted = (entry: Json) => admits(secretariat, { admittedOn: '2019-12-31', ...entry }, { on: '2005-01-01' });
  expect((await admitted({ category: 'cheered' })).body['warnings']).toEqual([]);
  const late = { category: 'cheered', validFrom: '2020-01-01' };
  const { id: member } = await admitted({ admittedOn: '2009-12-31' });
  await secretariat
    .post(`memberships/${member}/category-changes`, late)
    .created({ warnings: ['category_of_another_time'] });
  await secretariat.post('codes/position', { ...cheered, code: 'cheerleader' }).created();
  const { id: personId } = await secretariat.post('people', person()).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  const led = position(personId, organizationId, { position: 'cheerleader', validFrom: '2020-01-01' });
  await secretariat.post('positions', led).created({ warnings: ['position_of_another_time'] });
});

story('a district awarded while there were districts', async ({ secretariat }) => {
  const district = await entersIssuingBody(secretariat, { level: 'district' });
  const given = async (decidedOn: string) => {
    const id = await awards(secretariat, {}, { issuingBodyId: district, decidedOn });
    return (await secretariat.get(`awards/${id}`).is()).body['warnings'];
  };
  expect(await given('2025-06-30')).toEqual([]);
  expect(await given('2025-07-01')).toEqual(['issuer_of_another_time']);
});

story('in office, awarded or trained before one was born is told to whoever may see the day', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  const acts = [
    (id: string) => secretariat.post('positions', position(id, organizationId, { validFrom: '2020-11-18' })).created(),
    (personId: string) => awards(secretariat, { recipientKind: 'individual', personId }),
    (id: string) => teaches(secretariat, courseId, participant(id, organizationId)),
  ];
  for (const does of acts) {
    const { id } = await secretariat.post('people', person({ birthDate: '2021-05-11' })).created({ warnings: [] });
    await does(id);
    await secretariat.get('people', { warning: 'active_before_birth' }).lists({ id });
    await auditor.get(`people/${id}`).is({ birthDate: null, warnings: null });
    await secretariat.correct(`people/${id}`, { birthDate: '1990-05-11' }).is({ warnings: [] });
  }
});

story('who was trained for an organisation that was not there is pointed out', async ({ secretariat }) => {
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  const enters = async (organizationId: string) => {
    const { id } = await secretariat.post('people', person()).created();
    const [taken = ''] = await teaches(secretariat, courseId, participant(id, organizationId));
    return (await secretariat.get(`training-participations/${taken}`).is()).body['warnings'];
  };
  const { id: young } = await entersOrganization(secretariat, { on: '2021-05-15' });
  expect(await enters(young)).toEqual(['organization_not_founded']);
  expect(await enters(await dissolved(secretariat))).toEqual(['organization_ended']);
  const { id } = await entersOrganization(secretariat);
  expect(await enters(id)).toEqual([]);
  await secretariat.post(`organizations/${id}/statuses`, { status: 'dissolved', validFrom: '2021-05-11' }).created();
  expect(await enters(id)).toEqual([]); // the course had begun
});

story('an exit before its paper is pointed out, but of what is no more the paper follows', async ({ secretariat }) => {
  const { id: documentId } = await secretariat.post('documents', decision({ issuedOn: '2022-06-02' })).created();
  const leaves = async (kind: string, endedOn = '2022-06-01') => {
    const { id, body } = await admits(secretariat);
    await secretariat.post(`memberships/${id}/exits`, { kind, endedOn, documentId }).created();
    return { id, organizationId: (body['organization'] as { id: string }).id };
  };
  const { id: withdrawn } = await leaves('withdrawn');
  await secretariat.get(`memberships/${withdrawn}`).is({ warnings: ['ended_before_decision'] });
  const { id: onItsDay } = await leaves('withdrawn', '2022-06-02');
  await secretariat.get(`memberships/${onItsDay}`).is({ warnings: [] });
  const { id, organizationId } = await leaves('dissolved');
  await secretariat.get(`memberships/${id}`).is({ warnings: ['ended_but_operating'] });
  await secretariat.get(`memberships/${id}`, { asOf: '2022-06-01' }).is({ warnings: ['ended_but_operating'] });
  await secretariat.get(`memberships/${id}`, { asOf: '2022-05-31' }).is({ warnings: [] });
  const ended = { status: 'dissolved', validFrom: '2022-06-15' };
  await secretariat.post(`organizations/${organizationId}/statuses`, ended).created();
  await secretariat.get(`memberships/${id}`).is({ warnings: [] });
  const statuses = [{ status: 'operating', validFrom: '2022-07-01' }]; // of before, nobody knows
  const { id: unknown } = await entersOrganization(secretariat, { statuses });
  const exits = [{ kind: 'dissolved', endedOn: '2022-06-01' }];
  const over = await secretariat.post('memberships', admission(unknown, { exits })).created();
  await secretariat.get(`memberships/${over.id}`, { asOf: '2022-06-30' }).is({ warnings: ['ended_but_operating'] });
});

story('one certificate for two members is pointed out to whoever keeps the roll', async ({ secretariat }) => {
  const certificateNumber = '12/GCN-LM';
  const { id: first, body } = await admits(secretariat, { certificateNumber });
  const { id: second } = await admits(secretariat, { certificateNumber: certificateNumber.toLowerCase() });
  await secretariat.get('memberships', { warning: 'certificate_of_another' }).lists({ id: first }, { id: second });
  await secretariat.post(`memberships/${first}/exits`, { kind: 'withdrawn', endedOn: '2019-01-01' }).created();
  const { id: organizationId } = body['organization'] as { id: string };
  await secretariat.correct(`memberships/${second}`, { certificateNumber: '13/GCN-LM' }).is({ warnings: [] });
  const again = admission(organizationId, { admittedOn: '2020-01-01', certificateNumber });
  await secretariat.post('memberships', again).created({ warnings: [] }); // its own, once more
});

story('congresses whose numbers do not follow their days are pointed out', async ({ secretariat }) => {
  const enters = (ordinal: number, startsOn: string) =>
    secretariat.post('congresses', congress({ level: 'national', ordinal, startsOn, endsOn: startsOn }));
  const { id: fifth } = await enters(5, '2015-10-10').created({ warnings: [] });
  const { id: sixth } = await enters(6, '2014-10-10').created();
  const outOfOrder = { warning: 'congress_out_of_order', sort: 'startsOn' };
  await secretariat.get('congresses', outOfOrder).lists({ id: sixth }, { id: fifth });
  await secretariat.correct(`congresses/${sixth}`, { startsOn: '2020-10-10', endsOn: '2020-10-10' }).is();
  await secretariat.get('congresses', outOfOrder).lists();
});

story('one paper under two codes is pointed out', async ({ secretariat }) => {
  const issuingBodyId = await entersIssuingBody(secretariat);
  const paper = (more = {}) => decision({ issuingBodyId, number: '77/QĐ-UBND', issuedOn: '2019-04-01', ...more });
  const { id: first } = await secretariat.post('documents', paper()).created({ warnings: [] });
  const { id: second } = await secretariat.post('documents', paper({ number: '77/qđ-ubnd' })).created();
  await secretariat.post('documents', paper({ number: '78/QĐ-UBND' })).created({ warnings: [] });
  const twice = { warning: 'recorded_twice', sort: 'code' };
  await secretariat.get('documents', twice).lists({ id: first }, { id: second });
  await secretariat.post(`documents/${second}/voidings`, { reason: 'nhập hai lần' }).created();
  await secretariat.get('documents', twice).lists();
});

story('what is drawn as nothing, or is only dashes, is no name and no reason', async ({ secretariat }) => {
  for (const [fullName, rule] of [['\u3164\u2800', 'required'] as const, ['—', 'says-nothing'] as const])
    await secretariat.post('people', person({ fullName })).refusedAt('/fullName', rule);
  const { id } = await secretariat.post('people', person({ fullName: 'Trần\u3164 Văn\u034f Bảy' })).created();
  const found = secretariat.get(`people/${id}`);
  expect((await found.is()).body['fullName']).toBe('Trần Văn Bảy');
  await secretariat.correct(`people/${id}`, { sex: 'male', reason: '\u0301---' }).refusedAt('/reason', 'says-nothing');
});

story('the only name that has begun stays, whatever name is to come', async ({ secretariat }) => {
  const { id, body } = await entersOrganization(secretariat, { name: 'Hợp tác xã Bến Đò' });
  await secretariat
    .post(`organizations/${id}/names`, { name: 'Hợp tác xã Mai Sau', validFrom: '2090-01-01' })
    .created();
  const [now] = body['names'] as { id: string }[];
  const voiding = { reason: 'nhập nhầm' };
  await secretariat.post(`organization-names/${now?.id}/voidings`, voiding).refused('only-name', 409);
  await secretariat.correct(`organization-names/${now?.id}`, { validFrom: '2090-01-02' }).refused('only-name', 409);
  await secretariat.get(`organizations/${id}`).is({ name: 'Hợp tác xã Bến Đò' });
});

story('a refusal stands at the field that was sent', async ({ secretariat }) => {
  const { id: programmeId } = await secretariat
    .post('training-programmes', programme({ validFrom: '2020-01-01', validTo: '2022-01-01' }))
    .created();
  const path = `training-programmes/${programmeId}`;
  await secretariat.correct(path, { validFrom: '2023-01-01' }).refusedAt('/validFrom', 'programme-ends-too-early');
  await secretariat.correct(path, { validTo: '2019-01-01' }).refusedAt('/validTo', 'programme-ends-too-early');
  const termId = await beginsTerm(secretariat, '2045-11-27', '2050-11-27');
  const floor = target(termId, {
    shape: 'floor_per_year',
    low: 30,
    high: 31,
    unit: 'HTX',
    source: 'cooperatives_founded',
  });
  await secretariat.post('targets', floor).refusedAt('/high', 'target-bounds-unfit');
  await secretariat.get('obligations', { sort: 'law' }).refusedAt('/sort', 'unknown-parameter');
  const instant = { entitledAt: '2020-11-27T01:00:00Z', asOf: '2019-01-01' };
  await secretariat.get('delegates', instant).refusedAt('/asOf', 'not-that-day');
  await secretariat.get('reports/members', { allianceId: programmeId }).unknown();
});

story('two in the one chair are pointed out until the first one is ended', async ({ secretariat }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const chairs = async (validFrom: string, of = organizationId) => {
    const { id } = await secretariat.post('people', person()).created();
    return secretariat.post('positions', position(id, of, { position: 'board_chair', validFrom })).created();
  };
  const first = await chairs('2014-03-20');
  const second = await chairs('2019-03-20');
  const { id: elsewhere } = await entersOrganization(secretariat);
  await chairs('2019-03-20', elsewhere);
  const { id: enterprise } = await entersOrganization(secretariat, { kind: 'enterprise' }); // its law is another one
  for (const validFrom of ['2014-03-20', '2019-03-20']) await chairs(validFrom, enterprise);
  const asOf = '2019-03-20';
  const twice = { warning: 'held_by_another', asOf };
  await secretariat.get('positions', twice).lists({ id: first.id }, { id: second.id });
  await secretariat.get('positions', { ...twice, asOf: '2019-03-19' }).lists();
  await secretariat.post(`positions/${first.id}/endings`, { endedOn: asOf }).created();
  await secretariat.get('positions', twice).lists();
});
