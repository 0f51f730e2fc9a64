import { expect } from '@jest/globals';
import { admission, award, awardDecision, congress, delegate, entersOrganization, person } from '../kit/makers.js';
import { beginnings } from '../kit/awards.js';
import type { Client, Query } from '../kit/client.js';
import type { Json } from '../kit/reply.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { beginsTerm, shapes, target } from '../kit/target-makers.js';
import { course, entersOfficer, participant, teaches } from '../kit/training-makers.js';

interface Row {
  line: string;
  value: number | null;
  state: string | null;
  rowCount: number;
  rows: string;
}

/** The lines of the summary, each walked through its link: the list has just as many rows as the line says. */
async function walks(by: Client, query: Query): Promise<Record<string, number | string | null>> {
  const { body } = await by.get('reports/term-summary', query).is({ report: 'term-summary' });
  const rows = body['rows'] as Row[];
  for (const { line, value, rowCount, rows: link } of rows) {
    await by.get(`${link}&total=true`).is({ total: rowCount });
    if (line !== 'training.coverage' && line !== 'target.training') expect([line, value]).toEqual([line, rowCount]);
  }
  const told = Object.fromEntries(rows.map(({ line, value, state }) => [line, state ? `${value} ${state}` : value]));
  const [start, joined, left] = ['start', 'joined', 'left'].map((one) => Number(told[`members.${one}`]));
  if (rows.length > 0) expect(told['members.now']).toBe((start ?? 0) + (joined ?? 0) - (left ?? 0));
  return told;
}

/** Members from before the term, of its first day, who left, who came and left, and who never was one. */
async function admitsAndLoses(secretariat: Client): Promise<void> {
  const stays: [admittedOn: string, endedOn?: string][] = [
    ['2018-05-11'],
    ['2019-05-11', '2021-06-01'],
    ['2017-05-11', '2020-01-01'],
    ['2020-11-27'],
    ['2021-01-01', '2022-01-01'],
    ['2022-12-31'],
    ['2023-01-01'],
  ];
  for (const [admittedOn, endedOn] of stays) {
    const { id: organizationId } = await entersOrganization(secretariat, { on: '2010-01-01' });
    const { id } = await secretariat.post('memberships', admission(organizationId, { admittedOn })).created();
    const rest = { suspendedOn: '2022-06-01', resumedOn: '2023-06-01' };
    if (admittedOn === '2020-11-27') await secretariat.post(`memberships/${id}/suspensions`, rest).created();
    if (endedOn) await secretariat.post(`memberships/${id}/exits`, { kind: 'withdrawn', endedOn }).created();
  }
  const { id: organizationId } = await entersOrganization(secretariat, { on: '2010-01-01' });
  const wrong = admission(organizationId, { admittedOn: '2021-05-05' });
  const { id } = await secretariat.post('memberships', wrong).created();
  await secretariat.post(`memberships/${id}/voidings`, { reason: 'nhập nhầm' }).created();
}

/** Two delegations to the congress that opens the term, closing on its first day; one to that of the term before, one to that of the next. */
async function sendsDelegates(secretariat: Client): Promise<void> {
  for (const [startsOn, endsOn, ...seats] of [
    ['2020-11-26', '2020-11-27', 0, 1],
    ['2015-11-27', '2015-11-27', 0],
    ['2025-11-26', '2025-11-27', 0],
  ] as const) {
    const { id } = await secretariat.post('congresses', congress({ startsOn, endsOn })).created();
    for (const alternateSeats of seats) {
      const { organizationId, personId } = await beginnings(secretariat);
      const { id: second } = await secretariat.post('people', person()).created();
      const namedOn = { namedOn: startsOn };
      const alternates = alternateSeats ? [delegate(second, { kind: 'alternate', alternateRank: 1, ...namedOn })] : [];
      const delegates = [delegate(personId, namedOn), ...alternates];
      await secretariat
        .post(`congresses/${id}/delegations`, { organizationId, officialSeats: 1, alternateSeats, delegates })
        .created();
    }
  }
}

/** Three awards of the term, one of the time before, one taken away since. */
async function awardsAll(secretariat: Client): Promise<void> {
  const { body, form, organizationId, personId } = await beginnings(secretariat);
  const collective = award(form, { organizationId });
  const individual = award(form, { recipientKind: 'individual', personId });
  const decides = (decidedOn: string, ...items: Json[]) =>
    secretariat.post('award-decisions', awardDecision(body, items, { decidedOn })).created();
  await decides('2020-11-26', collective);
  await decides('2021-11-18', collective, individual, individual);
  const { body: decision } = await decides('2021-11-19', collective);
  const [taken] = decision['awards'] as { id: string }[];
  const revocation = { ground: 'later_finding', decidedOn: '2022-05-10' };
  await secretariat.post(`awards/${taken?.id}/revocations`, revocation).created();
}

/** Of two managers one is trained, twice; so is somebody who manages nothing, and in vain a third time. */
async function trains(secretariat: Client): Promise<string> {
  const { id: organizationId } = await entersOrganization(secretariat, { on: '2021-02-01' });
  const taught = await entersOfficer(secretariat, organizationId, { validFrom: '2021-02-01' });
  await entersOfficer(secretariat, organizationId, { position: 'board_chair', validFrom: '2021-02-01' });
  const treasurer = await entersOfficer(secretariat, organizationId, {
    position: 'treasurer',
    validFrom: '2021-02-01',
  });
  for (const endsOn of ['2020-11-26', '2021-05-14', '2022-05-14']) {
    const { id } = await secretariat.post('training-courses', course({ startsOn: endsOn, endsOn })).created();
    const others = endsOn === '2021-05-14' ? [participant(treasurer, organizationId)] : [];
    await teaches(secretariat, id, participant(taught, organizationId), ...others);
  }
  return organizationId;
}

story('a term is summed up line by line, each number beside its rows', async (cast, { databaseUrl }) => {
  const { secretariat, auditor, otherAlliance, member, administrator } = cast;
  expect(await walks(auditor, { asOf: '2022-12-31' })).toEqual({});
  const termId = await beginsTerm(secretariat, '2020-11-27', '2025-11-27');
  await admitsAndLoses(secretariat);
  await sendsDelegates(secretariat);
  await awardsAll(secretariat);
  const organizationId = await trains(secretariat);
  const model = { organizationId, kind: 'value_chain', validFrom: '2021-09-01' };
  await secretariat.post('supported-models', model).created();
  const atLeastOne = { ...shapes.models, code: 'target.models', low: 1 };
  await secretariat.post('targets', target(termId, atLeastOne)).created();
  await secretariat.post('targets', target(termId, { ...shapes.training, code: 'target.training' })).created();

  const inSecondYear = {
    'members.start': 2,
    'members.joined': 3,
    'members.left': 2,
    'members.now': 3,
    'sector.founded': 1,
    delegations: 2,
    'delegates.official': 2,
    'delegates.alternate': 1,
    'awards.collective': 1,
    'awards.individual': 2,
    'training.courses': 2,
    'training.people': 2,
    'training.coverage': 50,
    'target.models': '1 within',
    'target.training': '50 below',
  };
  expect(await walks(auditor, { asOf: '2022-12-31' })).toEqual(inSecondYear);
  expect(await walks(secretariat, { asOf: '2022-12-31', termId: termId.toUpperCase() })).toEqual(inSecondYear);
  expect(await walks(auditor, { asOf: '2021-12-31' })).toMatchObject({
    'members.left': 1,
    'awards.collective': 2,
    'training.courses': 1,
  });
  expect(await walks(auditor, { asOf: '2020-11-27' })).toMatchObject({
    'members.joined': 1,
    'members.now': 3,
    'awards.collective': 0,
    'training.coverage': null,
    'target.training': null,
  });
  expect(await walks(auditor, { asOf: '2020-11-26' })).toEqual({});
  expect(await walks(auditor, { asOf: '2020-11-26', termId })).toEqual({});
  expect(await walks(auditor, { asOf: '2030-01-01', termId })).toMatchObject({ 'members.joined': 4, 'members.now': 4 });
  expect(await walks(auditor, { asOf: '2030-01-01' })).toEqual(await walks(auditor, { asOf: '2030-01-01', termId }));
  expect(await walks(auditor, { asOf: '2020-11-26' })).toEqual({});

  const file = await auditor.get('reports/term-summary', { asOf: '2022-12-31', format: 'csv' }).is();
  expect(file.text).toContain('Nhiệm kỳ,Mã,Nội dung');
  expect(file.text).toContain('2020–2025,members.now,Thành viên cuối kỳ');
  expect(await walks(otherAlliance, { asOf: '2022-12-31' })).toEqual({});
  await otherAlliance.get(`reports/term-summary?termId=${termId}`).unknown();
  for (const role of [member, administrator]) await role.get('reports/term-summary').forbidden();
  await auditor.get('reports/term-summary', { termId: 'nay' }).refusedAt('/termId', 'not-an-id');

  const knownAt = await momentOfNow(databaseUrl);
  await secretariat.post('memberships', admission(organizationId, { admittedOn: '2021-03-01' })).created();
  const { items } = await auditor.get('supported-models', { organizationId, asOf: '2022-12-31' }).is();
  await secretariat.post(`supported-models/${items[0]?.['id']}/voidings`, { reason: 'nhập nhầm' }).created();
  const since = { ...inSecondYear, 'members.joined': 4, 'members.now': 4, 'target.models': '0 below' };
  expect(await walks(auditor, { asOf: '2022-12-31' })).toEqual(since);
  expect(await walks(auditor, { asOf: '2022-12-31', knownAt })).toEqual(inSecondYear);
});

story('everybody who was trained is listed once, and nobody of another alliance', async (cast) => {
  const { secretariat, auditor, otherAlliance, member } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const treasurer = await entersOfficer(secretariat, organizationId, { position: 'treasurer' });
  for (const endsOn of ['2018-05-14', '2018-06-14']) {
    const { id } = await secretariat.post('training-courses', course({ startsOn: endsOn, endsOn })).created();
    await teaches(secretariat, id, participant(treasurer, organizationId));
  }
  const people = (by: Client, query: Query) => by.get('training-coverage/people', { asOf: '2018-12-31', ...query });
  await people(auditor, {}).lists({ id: treasurer, courses: [{}, {}] });
  await people(auditor, { to: '2018-06-13' }).lists({ id: treasurer, courses: [{ endsOn: '2018-05-14' }] });
  await people(auditor, { to: '2018-05-13' }).lists();
  await people(otherAlliance, {}).lists();
  await people(member, {}).forbidden();
});
