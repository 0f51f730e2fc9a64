import { expect } from '@jest/globals';
import { awards, beginnings } from '../kit/awards.js';
import type { Client } from '../kit/client.js';
import { admission, congress, delegate, entersOrganization, person, position } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { course, participant, teaches } from '../kit/training-makers.js';

const AS_OF = '2022-12-31';
const parts = (body: Json, name: string) => body[name] as ({ id: string } & Json)[];

/** The id of the organisation that the member speaks for. */
async function ownOrganization(secretariat: Client): Promise<string> {
  const { items } = await secretariat.get('organizations', { code: 'HTX-CAST01' }).is();
  return String(items[0]?.['id']);
}

/** An organisation sends a person to a congress; the person is awarded for it and learns for it. */
async function busies(secretariat: Client, personId: string, organizationId: string) {
  const { id: congressId } = await secretariat.post('congresses', congress()).created();
  const delegates = [delegate(personId)];
  const seats = { organizationId, officialSeats: 1, alternateSeats: 0, delegates };
  await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const recipient = { recipientKind: 'individual', personId, organizationId };
  const standing = await awards(secretariat, recipient);
  const revoked = await awards(secretariat, recipient, { decidedOn: '2019-05-01' });
  const revocation = { ground: 'later_finding', decidedOn: '2020-06-01' };
  await secretariat.post(`awards/${revoked}/revocations`, revocation).created();
  const { id: courseId } = await secretariat.post('training-courses', course()).created();
  const certificate = { result: 'excellent', certificateNumber: `${courseId.slice(-6)}/GCN` };
  await teaches(secretariat, courseId, participant(personId, organizationId, certificate));
  return { congressId, standing, revoked, courseId, certificate };
}

/** Each part of a person's dossier has just the rows that its register would list to the same reader. */
async function agrees(by: Client, personId: string): Promise<void> {
  const { body } = await by.get(`people/${personId}/dossier`, { asOf: AS_OF }).is();
  const lists: [part: string, path: string, query: Record<string, string[] | boolean>][] = [
    ['mandates', 'delegates', {}],
    ['awards', 'awards', { ever: true, status: ['standing', 'revoked'] }],
    ['trainings', 'training-participations', {}],
  ];
  for (const [part, path, query] of lists) {
    const { items } = await by.get(path, { personId, asOf: AS_OF, ...query }).is();
    expect(new Set(parts(body, part).map(({ id }) => id))).toEqual(new Set(items.map(({ id }) => id)));
    for (const row of parts(body, part)) expect(items).toContainEqual(expect.objectContaining(row));
  }
}

story('a person’s dossier is what each register tells of the person', async (cast) => {
  const { secretariat, auditor, member, otherAlliance, administrator } = cast;
  const own = await ownOrganization(secretariat);
  const { id: other } = await entersOrganization(secretariat);
  const { id } = await secretariat.post('people', person({ phone: '0912 345 690' })).created();
  const path = `people/${id}/dossier`;
  await secretariat.get(path).is({ id, positions: [], mandates: [], awards: [], trainings: [] });
  await member.get(path).unknown();
  await secretariat.post('positions', position(id, own)).created();
  await secretariat.post('positions', position(id, other, { position: 'board_chair' })).created();
  const here = await busies(secretariat, id, own);
  await busies(secretariat, id, other);

  for (const reader of [secretariat, auditor, member]) await agrees(reader, id);
  const whole = await secretariat.get(path, { asOf: AS_OF }).is({ phone: '+84912345690' });
  for (const [part, count] of [
    ['positions', 2],
    ['mandates', 2],
    ['awards', 4],
    ['trainings', 2],
  ] as const) {
    expect(parts(whole.body, part)).toHaveLength(count);
  }
  await auditor.get(path, { asOf: AS_OF }).is({ id }).masks('phone', 'birthDate', 'identityNumber');
  await member
    .get(path, { asOf: AS_OF })
    .is({
      positions: [{ organization: { id: own } }],
      mandates: [{ congress: { id: here.congressId }, kind: 'official', entitled: true, replacedBy: null }],
      awards: [
        { id: here.standing, status: 'standing' },
        { id: here.revoked, status: 'revoked', revocation: { ground: 'later_finding' } },
      ],
      trainings: [{ course: { id: here.courseId }, ...here.certificate }],
    })
    .masks('phone');
  await auditor
    .get(path, { asOf: '2020-05-31' })
    .is({ mandates: [], trainings: [], awards: [{ status: 'standing' }, { status: 'standing' }] });
  await otherAlliance.get(path).unknown();
  await administrator.get(path).forbidden();
  await auditor.get(path, { q: 'an' }).refusedAt('/q', 'unknown-parameter');
});

story('a dossier tells the courses of a person, the latest first', async ({ secretariat }) => {
  const { organizationId, personId } = await beginnings(secretariat);
  const days = ['2020-05-14', '2022-05-14', '2021-05-14'];
  for (const endsOn of days) {
    const { id } = await secretariat.post('training-courses', course({ startsOn: endsOn, endsOn })).created();
    await teaches(secretariat, id, participant(personId, organizationId));
  }
  const trainings = days
    .sort()
    .reverse()
    .map((endsOn) => ({ endsOn }));
  await secretariat.get(`people/${personId}/dossier`).is({ trainings });
});

story('an alternate’s dossier says whose seat it was', async ({ secretariat, auditor }) => {
  const { organizationId, personId } = await beginnings(secretariat);
  const { id: second } = await secretariat.post('people', person()).created();
  const { id: congressId } = await secretariat.post('congresses', congress()).created();
  const delegates = [delegate(personId), delegate(second, { kind: 'alternate', alternateRank: 1 })];
  const seats = { organizationId, officialSeats: 1, alternateSeats: 1, delegates };
  await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const { items } = await auditor.get('delegates', { congressId, kind: ['official', 'alternate'] }).is();
  const idOf = (kind: string) => String(items.find((item) => item['kind'] === kind)?.['id']);
  const call = { alternateId: idOf('alternate'), substitutedAt: '2020-11-26T01:00:00Z', ground: 'ốm' };
  await secretariat.post(`delegates/${idOf('official')}/substitutions`, call).created();
  const calledUp = { entitled: true, calledUpFor: { person: { id: personId }, ground: 'ốm' } };
  await auditor.get(`people/${second}/dossier`).is({ mandates: [calledUp] });
  const replaced = { entitled: false, replacedBy: { person: { id: second } } };
  await auditor.get(`people/${personId}/dossier`).is({ mandates: [replaced] });
  await auditor.get(`people/${personId}/dossier`, { asOf: '2020-11-25' }).is({ mandates: [{ entitled: true }] });
  for (const [id, told] of [
    [personId, [{ field: 'ground', before: null, after: 'ốm' }]],
    [second, []], // why another was not there is the other's
  ] as const) {
    const { body } = await secretariat.get(`people/${id}/personal-data`).is();
    const [written] = parts(body, 'history').filter(({ table }) => table === 'delegate_substitutions');
    expect(written).toMatchObject({ personalFields: ['ground'], personalChanges: told });
  }
});

story('a member looks itself up, by its own address and by the ordinary ones', async (cast, { databaseUrl }) => {
  const { secretariat, auditor, otherAlliance, administrator, member } = cast;
  const own = await ownOrganization(secretariat);
  const { id: other } = await entersOrganization(secretariat);
  const others = await secretariat.post('memberships', admission(other)).created();
  const { id: personId } = await secretariat.post('people', person()).created();
  await busies(secretariat, personId, other);
  const before = await member.get('me/organization', { asOf: AS_OF }).is({ id: own, code: 'HTX-CAST01' });
  expect(before.body).toMatchObject({ membership: null, memberships: [], supportedModels: [] });
  const counts = (body: Json) =>
    Object.fromEntries(['delegates', 'awards', 'trainings'].map((part) => [part, parts(body, part).length]));

  const { id, body } = await secretariat.post('memberships', admission(own)).created();
  const done = await busies(secretariat, personId, own);
  const model = { organizationId: own, kind: 'value_chain', validFrom: '2021-09-01' };
  await secretariat.post('supported-models', model).created();
  const held = await secretariat.post('positions', position(personId, own)).created();
  const read = await member.get('me/organization', { asOf: AS_OF }).is({
    membership: { id, number: body['number'] },
    memberships: [{ id, alliance: { code: 'HP' }, standing: 'member', suspensions: [], exit: null }],
    supportedModels: [{ kind: 'value_chain' }],
    positions: expect.arrayContaining([expect.objectContaining({ id: held.id, position: 'director' })]),
  });
  const [was, is] = [counts(before.body), counts(read.body)];
  expect(is).toEqual({
    delegates: (was['delegates'] ?? 0) + 1,
    awards: (was['awards'] ?? 0) + 2,
    trainings: (was['trainings'] ?? 0) + 1,
  });
  expect(parts(read.body, 'awards')).toContainEqual(expect.objectContaining({ id: done.revoked, status: 'revoked' }));
  expect(read.text).not.toContain(other);
  await member
    .ask({ method: 'GET', path: read.request.path, headers: { 'If-None-Match': read.etag } })
    .then(({ status }) => expect(status).toBe(304));

  await member.get('organizations').lists({ id: own });
  await member.get('memberships', { asOf: AS_OF }).lists({ id });
  await member.get(`memberships/${id}`).is();
  for (const hidden of [`organizations/${other}`, `memberships/${others.id}`]) await member.get(hidden).unknown();
  for (const role of [secretariat, auditor, otherAlliance, administrator]) {
    await role.get('me/organization').forbidden();
  }
  await member.get('me/organization', { id: other }).refusedAt('/id', 'unknown-parameter');

  await secretariat.post(`memberships/${id}/suspensions`, { suspendedOn: '2022-01-01' }).created();
  const knownAt = await momentOfNow(databaseUrl);
  await secretariat.post(`memberships/${id}/exits`, { kind: 'withdrawn', endedOn: '2022-06-01' }).created();
  const standing = (query: Record<string, string>, expected: Json) => member.get('me/organization', query).is(expected);
  await standing({ asOf: '2021-12-31' }, { memberships: [{ standing: 'member' }] });
  await standing({ asOf: '2022-05-31' }, { membership: { id }, memberships: [{ standing: 'suspended' }] });
  await standing(
    { asOf: AS_OF },
    { membership: null, memberships: [{ standing: 'ended', exit: { kind: 'withdrawn' } }] },
  );
  await standing({ asOf: AS_OF, knownAt }, { membership: { id }, memberships: [{ standing: 'suspended' }] });
});
