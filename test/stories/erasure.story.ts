import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { today } from '../../src/platform/time/day.js';
import { awards, beginnings } from '../kit/awards.js';
import type { Client } from '../kit/client.js';
import { connected, meanwhile, oneWaits } from '../kit/meanwhile.js';
import { congress, decision, delegate, entersOrganization, person, position } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { allSigned, momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { course, participant, teaches } from '../kit/training-makers.js';
import { runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

const ERASED = '(đã xóa)';
const name = 'Vũ Thị Quên Lãng';
const secrets = { phone: '0912 345 777', email: 'quen@htx.example', identityNumber: '031174000777' };
const traces = /Quên Lãng|quen@htx|912345777|031174000777|Chủ tịch xã|GCN-777/;
const reason = 'theo yêu cầu của người đó';

/** The operator erases a person; the sentence of a refusal is the failure's. */
const erase = (databaseUrl: string, id: string, ...words: string[]): Promise<string> =>
  runBuilt('program/cli.ts', ['erase-person', id, '--reason', reason, '--by', 'Lan', ...words], {
    DATABASE_URL: databaseUrl,
  });

/** A person who was awarded, sent to a congress that is over, and taught. */
async function entersHonoured(secretariat: Client, more: Json = {}) {
  const { id: organizationId } = await entersOrganization(secretariat);
  const entry = person({ fullName: name, birthDate: '1974-08-19', publicOffice: 'Chủ tịch xã', ...secrets, ...more });
  const { id } = await secretariat.post('people', entry).created();
  const held = position(id, organizationId, { validTo: '2023-03-20' });
  await secretariat.post('positions', held).created();
  const award = await awards(secretariat, { recipientKind: 'individual', personId: id, organizationId });
  const { id: congressId } = await secretariat.post('congresses', congress()).created();
  const seats = { organizationId, officialSeats: 1, alternateSeats: 0, delegates: [delegate(id)] };
  await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  const taught = participant(id, organizationId, { result: 'completed', certificateNumber: 'GCN-777' });
  await teaches(secretariat, courseId, taught);
  return { id, award, organizationId, courseId };
}

/** Everything in the database that mentions the person's values; what a log of statements holds is none of it. */
async function remains(databaseUrl: string): Promise<string[]> {
  const tables = await rowsOf<{ name: string }>(
    databaseUrl,
    `select format('%I.%I', relnamespace::regnamespace, relname) as name from pg_class
     where relnamespace in ('registry'::regnamespace, 'audit'::regnamespace) and relkind = 'r'
     union all select 'pg_statistic'`,
  );
  const found = [];
  for (const { name: table } of tables) {
    const rows = await rowsOf<{ row: string }>(databaseUrl, `select t::text as row from ${table} t`);
    found.push(...rows.filter(({ row }) => traces.test(row)).map(({ row }) => `${table}: ${row}`));
  }
  return found;
}

story('a person asks to be forgotten: the name goes, the award stays', async (cast, { databaseUrl }) => {
  const { secretariat, auditor } = cast;
  const { id, award, courseId, organizationId } = await entersHonoured(secretariat);
  const path = `people/${id}`;
  await secretariat.correct(path, { phone: '0912 345 778' }).is();
  const once = { 'Idempotency-Key': 'quen-1' };
  const again = position(id, (await entersOrganization(secretariat)).id);
  const first = await secretariat.post('positions', again, once).created();
  const knownAt = await momentOfNow(databaseUrl);
  await auditor.get(path, { knownAt }).is({ fullName: name });
  await rowsOf(databaseUrl, 'analyze');
  expect((await remains(databaseUrl)).length).toBeGreaterThan(5);

  await expect(erase(databaseUrl, id)).rejects.toThrow('in office');
  expect(await erase(databaseUrl, id, '--force')).toMatch(`Erased: ${id}`);
  expect(await remains(databaseUrl)).toEqual([]);
  await secretariat.post('positions', again, once).is({ id: first.id });
  await secretariat.get('positions', { personId: id, ever: true, total: true }).is({ total: 2 });

  const nothing = { sex: null, birthDate: null, phone: null, email: null, identityNumber: null, publicOffice: null };
  const unnamed = { fullName: ERASED, name: { family: '', middle: '', given: ERASED } };
  await secretariat.get(path).is({ ...unnamed, erasedAt: expect.stringMatching(/^20/), ...nothing });
  await auditor.get(path, { knownAt }).is({ ...unnamed, sex: null });
  await auditor.get('people', { q: 'quen lang' }).lists();
  await auditor.get(`awards/${award}`).is({ status: 'standing', person: { id, fullName: ERASED } });
  await auditor.get('training-participations', { courseId }).lists({ result: 'completed', certificateNumber: null });
  await auditor.get('training-participations', { courseId, knownAt }).lists({ certificateNumber: null });

  const history = await secretariat.get(`${path}/history`).is();
  expect(history.text).not.toMatch(traces);
  expect(history.items).toContainEqual(expect.objectContaining({ action: 'erase', actor: 'operator:Lan', reason }));
  const [erasure, ...others] = (await auditor.get('audit/events', { action: 'erase', recordId: id }).is()).items;
  expect(others).toEqual([]);
  expect(erasure).toMatchObject({ table: null, reason, detail: { forced: true } });

  await allSigned(databaseUrl);
  const verified = await runBuilt('program/cli.ts', ['audit', 'verify'], { DATABASE_URL: databaseUrl });
  expect(verified).toMatch(/personal values of [1-9]\d* erased/);

  await secretariat.correct(path, { fullName: name }).refused('person-erased', 409);
  const [taught] = (await auditor.get('training-participations', { courseId }).is()).items;
  const participation = `training-participations/${String(taught?.['id'])}`;
  await secretariat.correct(participation, { certificateNumber: 'GCN-777' }).refused('person-erased', 409);
  const { id: another } = await secretariat.post('training-courses', course()).created();
  const items = [participant(id, organizationId, { result: 'completed', certificateNumber: 'GCN-777' })];
  await secretariat.post(`training-courses/${another}/participations`, { items }).refused('person-erased', 409);
  await expect(erase(databaseUrl, id)).rejects.toThrow('already');
});

story('what was being written when the erasure began is erased with the rest', async (cast, { databaseUrl }) => {
  const { id, organizationId } = await entersHonoured(cast.secretariat);
  const { id: courseId } = await cast.secretariat.post('training-courses', course()).created();
  const entered = `insert into training_participations (id, alliance_id, course_id, person_id, organization_id, result, certificate_number)
    select gen_random_uuid(), alliance_id, $1, $2, $3, 'completed', 'GCN-777-2' from people where id = $2`;
  const others = { first: [[entered, courseId, id, organizationId]] satisfies [[string, ...string[]]] };
  await meanwhile(databaseUrl, others, () => erase(databaseUrl, id));
  expect(await remains(databaseUrl)).toEqual([]);
});

story(
  'what was read before an erasure is not kept after it for a repeated request',
  async ({ secretariat }, { databaseUrl }) => {
    const { id } = await entersHonoured(secretariat);
    const [held] = (await secretariat.get('positions', { personId: id, ever: true }).is()).items;
    const path = `positions/${String(held?.['id'])}`;
    const headers = { 'Idempotency-Key': 'quen-2', 'If-Match': (await secretariat.get(path).is()).etag };
    const corrects = () => secretariat.patch(path, { validTo: '2023-03-21', reason: 'sai ngày' }, headers).is();
    const other = await connected(databaseUrl);
    await other.query(`begin; insert into stored_answers (key, request_hash, body, headers)
      select id || ' quen-2', '', '{}', '{}' from accounts where email = 'secretariat@hp.test'`);
    const corrected = corrects(); // it has read the name, and waits with its answer
    await oneWaits(databaseUrl);
    const erased = erase(databaseUrl, id); // it does not wait, so that nobody waits behind it, and comes again
    await Promise.race([erased, pause(1_000)]);
    await other.query('rollback');
    await Promise.all([corrected, erased]);
    await other.end();
    expect(await remains(databaseUrl)).toEqual([]);
    await corrects();
  },
);

story('whoever was erased can leave the seat of a congress to come, and takes none', async ({ secretariat }, stage) => {
  const { organizationId, personId } = await beginnings(secretariat);
  const soon = { startsOn: '2099-11-27', endsOn: '2099-11-28' };
  const { id: congressId } = await secretariat.post('congresses', congress(soon)).created();
  const others = [];
  for (const fullName of ['Đỗ Văn Chờ', 'Đỗ Văn Gọi'])
    others.push((await secretariat.post('people', person({ fullName })).created()).id);
  const [waiting = '', called = ''] = others;
  const delegates = [
    delegate(personId),
    ...others.map((one, at) => delegate(one, { kind: 'alternate', alternateRank: at + 1 })),
  ];
  const seats = { organizationId, officialSeats: 1, alternateSeats: 2, delegates };
  await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const named = (await secretariat.get('delegates', { congressId }).is()).items;
  const delegateOf = (one: string) => String(named.find((each) => (each['person'] as Json)['id'] === one)?.['id']);
  for (const one of [personId, waiting]) await erase(stage.databaseUrl, one, '--force');

  const substitution = { substitutedAt: '2020-11-26T08:00:00+07:00', ground: 'theo yêu cầu' };
  const leaves = (alternateId: string) =>
    secretariat.post(`delegates/${delegateOf(personId)}/substitutions`, { ...substitution, alternateId });
  await leaves(delegateOf(waiting)).refused('person-erased', 409);
  await leaves(delegateOf(called)).created({ replacedBy: { ground: ERASED } });
  const holds = (more: Json) => secretariat.post('positions', position(personId, organizationId, more));
  for (const office of [{ validFrom: '2099-01-01' }, {}, { validTo: '2099-01-01' }])
    await holds(office).refused('person-erased', 409);
  await holds({ position: 'accountant', validTo: today() }).created(); // over on the day of the erasure
  const { id: past } = await holds({ validTo: '2019-01-01' }).created();
  await secretariat.correct(`positions/${past}`, { validTo: null }).refused('person-erased', 409);
  await secretariat.correct(`positions/${past}`, { validTo: '2020-01-01' }).is({ validTo: '2020-01-01' });
  const { id: another } = await secretariat.post('congresses', congress(soon)).created();
  const anew = { organizationId, officialSeats: 1, alternateSeats: 0, delegates: [delegate(personId)] };
  await secretariat.post(`congresses/${another}/delegations`, anew).refused('person-erased', 409);

  const { id: over } = await secretariat.post('congresses', congress({ startsOn: '2021-11-27' })).created();
  await secretariat.post(`congresses/${over}/delegations`, anew).created();
  await secretariat.correct(`congresses/${over}`, { endsOn: '2021-11-28' }).is();
  await secretariat.correct(`congresses/${over}`, { endsOn: '2099-11-28' }).refused('person-erased', 409);
});

story('an erasure says where else the person may be found', async ({ secretariat }, { databaseUrl }) => {
  const { id } = await entersHonoured(secretariat, { fullName: "H'Hen Niê", identityNumber: '031174001778' });
  const twin = { fullName: "H'Hen Nie", birthDate: '1974-08-19' };
  const { id: alike } = await secretariat.post('people', person(twin)).created();
  const paper = decision({ code: 'QD-GIAY-TO', title: 'Bổ nhiệm bà H’Hen Niê, giám đốc' });
  await secretariat.post('documents', paper).created();
  for (const why of ["đơn của bà H'Hen Niê", 'đơn của quen@htx.example', 'gọi 0912.345 777', 'CCCD 031 174 001778'])
    await expect(erase(databaseUrl, id, '--reason', why)).rejects.toThrow('say it without');
  const said = await erase(databaseUrl, id);
  expect(said).toMatch('in the titles of QD-GIAY-TO');
  expect(said).toMatch(`on record twice: ${alike}`);
});

story('a delegate is not forgotten before the congress is over', async ({ secretariat }, { databaseUrl }) => {
  const { organizationId, personId } = await beginnings(secretariat);
  const soon = { startsOn: '2099-11-27', endsOn: '2099-11-28' };
  const { id: congressId } = await secretariat.post('congresses', congress(soon)).created();
  const delegates = [delegate(personId), delegate((await secretariat.post('people', person()).created()).id)];
  const seats = { organizationId, officialSeats: 2, alternateSeats: 0, delegates };
  await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  await expect(erase(databaseUrl, personId)).rejects.toThrow('a delegate to a congress that is not over');
  await expect(erase(databaseUrl, '018f0000-0000-7000-8000-000000000000')).rejects.toThrow('no person with this id');
  await expect(erase(databaseUrl, 'x')).rejects.toThrow('is no id');
  await expect(erase(databaseUrl, personId, '--document', personId)).rejects.toThrow('no document with this id');
});

story(
  'an erasure is undone by nobody: the database holds the record empty',
  async ({ secretariat }, { databaseUrl }) => {
    const { id } = await secretariat.post('people', person()).created();
    await erase(databaseUrl, id);
    const back = `update registry.people set full_name = 'x', version = version + 1 where id = '${id}'`;
    await expect(rowsOf(databaseUrl, back)).rejects.toThrow('people_erased_check');
  },
);

story('a person is answered in one request what is held, what was written, and who has looked', async (cast) => {
  const { secretariat, auditor, otherAlliance, member } = cast;
  const { id, award } = await entersHonoured(secretariat);
  await secretariat.get(`people/${id}`).is();
  const path = `people/${id}/personal-data`;
  for (const other of [auditor, member]) await other.get(path).forbidden();
  await otherAlliance.get(path).unknown();
  const { body } = await secretariat.get(path).is({ id, fullName: name, identityNumber: secrets.identityNumber });
  expect(body).toMatchObject({
    awards: [{ id: award }],
    mandates: [{}],
    trainings: [{}],
    positions: [{}],
    seenBy: [{ actor: 'secretariat', view: 'PersonView' }],
  });
  const history = body['history'] as Json[];
  const tables = ['people', 'positions', 'awards', 'delegates', 'training_participations'];
  expect(new Set(history.map(({ table }) => table))).toEqual(new Set(tables));
  expect(history[0]?.['personalChanges']).toContainEqual({ field: 'fullName', before: null, after: name });
  const { items } = await auditor.get('audit/events', { action: 'export', seen: id }).is();
  expect(items).toMatchObject([{ recordId: id, detail: { view: 'PersonalData' } }]);
  expect((await secretariat.get(path).is()).body['seenBy']).toMatchObject([{ action: 'read' }, { action: 'export' }]);
});

story(
  'what once was written of a person is in the export, as it was known at the moment asked for',
  async (cast, { databaseUrl }) => {
    const { secretariat, auditor } = cast;
    const { id, award, organizationId } = await entersHonoured(secretariat, { identityNumber: '031174001777' });
    const revocation = { ground: 'later_finding', decidedOn: '2021-06-01' };
    await secretariat.post(`awards/${award}/revocations`, revocation).created();
    const revoked = (await secretariat.get(`awards/${award}`).is()).body['revocation'] as Json;
    await secretariat.post(`award-revocations/${String(revoked['id'])}/voidings`, { reason: 'ghi nhầm' }).is();
    const { id: another } = await secretariat.post('people', person()).created();
    const misread = await awards(secretariat, { recipientKind: 'individual', personId: id, organizationId });
    await secretariat.correct(`awards/${misread}`, { personId: another, reason: 'nhầm người' }).is();
    await secretariat.correct(`people/${id}`, { identityNumber: '031175001777' }).is(); // its end stays
    const knownAt = await momentOfNow(databaseUrl);
    await secretariat.correct(`people/${id}`, { phone: '0912 345 779' }).is();
    const historyAt = async (query: Record<string, string>) =>
      (await secretariat.get(`people/${id}/personal-data`, query).is()).body['history'] as Json[];
    const history = await historyAt({});
    const writes = (table: string) => history.filter((event) => event['table'] === table).map(({ action }) => action);
    expect(writes('award_revocations')).toEqual(['insert', 'void']);
    expect(writes('awards')).toEqual(['insert', 'insert', 'update']);
    const changed = { field: 'identityNumber', before: '031174001777', after: '031175001777' };
    expect(history.at(-2)).toMatchObject({ personalFields: ['identityNumber'], personalChanges: [changed] });
    expect(await historyAt({ knownAt })).toEqual(history.slice(0, -1));
    const shown = { field: 'identityNumber', before: '********1777', after: '********1777' };
    const { items } = await secretariat.get(`people/${id}/history`).is();
    expect(items.at(-2)).toMatchObject({ personalChanges: [shown] });
    const seen = (await auditor.get(`people/${id}/history`).is()).items;
    expect(seen.at(-2)).toMatchObject({ personalFields: ['identityNumber'], personalChanges: null });
  },
);
