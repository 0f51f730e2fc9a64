import { expect } from '@jest/globals';
import type { Cast } from '../kit/cast.js';
import { decision, entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant, programme, teaches } from '../kit/training-makers.js';

const NOBODYS = '00000000-0000-7000-8000-000000000000';

story('a course is held under a programme, and tells how many took part', async ({ secretariat, auditor, member }) => {
  const { id: programmeId } = await secretariat.post('training-programmes', programme()).created({ courses: 0 });
  const paper = await secretariat.post('documents', decision({ code: 'QD-MO-LOP' })).created();
  const entry = course({ programmeId, documentId: paper.id, name: 'Kế toán hợp tác xã nông nghiệp' });
  const held = await secretariat
    .post('training-courses', entry)
    .created({ audience: 'managers', funding: 'state_programme', document: { code: 'QD-MO-LOP' }, participants: 0 });
  const { id: organizationId } = await entersOrganization(secretariat);
  const [first, second] = await Promise.all([
    entersOfficer(secretariat, organizationId),
    entersOfficer(secretariat, organizationId, { position: 'accountant' }),
  ]);
  const ids = await teaches(
    secretariat,
    held.id,
    participant(first, organizationId, { certificateNumber: '12/GCN' }),
    participant(second, organizationId, { result: 'attending' }),
  );
  await auditor.get(`training-courses/${held.id}`).is({ participants: 2, completed: 1 });
  await auditor.get('training-participations', { courseId: held.id, result: 'completed' }).lists({ id: ids[0] });
  await auditor.get('training-participations', { personId: second, endsOnTo: '2021-05-13' }).lists();
  await auditor
    .get('training-participations', { organizationId, endsOnFrom: '2021-05-14', asOf: '2021-05-10', total: true })
    .is({ total: 2 });
  await auditor.get('training-participations', { organizationId, asOf: '2021-05-09' }).lists();
  await auditor.get('training-courses', { programmeId, audience: 'managers', q: 'ke toan' }).lists({ id: held.id });
  await auditor.get('training-courses', { programmeId, startsOnFrom: '2021-05-11' }).lists();
  await auditor.get('training-courses', { programmeId, asOf: '2021-05-09' }).lists();
  await auditor.get('training-programmes', { q: 'boi duong', asOf: '2021-05-10' }).is();
  await auditor.get(`training-programmes/${programmeId}`, { asOf: '2021-05-09' }).is({ courses: 0 });
  await auditor.get(`training-programmes/${programmeId}`, { asOf: '2021-05-10' }).is({ courses: 1 });
  await member.get(`training-courses/${held.id}`).is({ participants: 2 });
});

story('a list of participants is entered as one, or not at all', async ({ secretariat, auditor }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const taught = await entersOfficer(secretariat, organizationId);
  const other = await entersOfficer(secretariat, organizationId, { position: 'board_chair' });
  const { id } = await secretariat.post('training-courses', course()).created();
  const path = `training-courses/${id}/participations`;
  const first = participant(taught, organizationId);
  const refusals: [Json, string, string][] = [
    [first, '/items/1/personId', 'duplicate'],
    [participant(NOBODYS, organizationId), '/items/1/personId', 'unknown-reference'],
    [participant(other, NOBODYS), '/items/1/organizationId', 'unknown-reference'],
    [participant(other, organizationId, { result: 'passed' }), '/items/1/result', 'not-in-list'],
    [
      participant(other, organizationId, { result: 'not_completed', certificateNumber: '13/GCN' }),
      '/items/1/certificateNumber',
      'without-completion',
    ],
  ];
  for (const [second, pointer, rule] of refusals) {
    await secretariat.post(path, { items: [first, second] }).refusedAt(pointer, rule);
  }
  await secretariat.post(path, { items: [] }).refusedAt('/items', 'too-few');
  await auditor.get('training-participations', { courseId: id }).lists();
  await teaches(secretariat, id, first);
  const third = participant(await entersOfficer(secretariat, organizationId), organizationId);
  await teaches(secretariat, id, third);
  const again = secretariat.post(path, { items: [participant(other, organizationId), first, third] });
  await again.refused('already-took-part', 409).tellsOf('/items/1/personId', '/items/2/personId');
  const crowd = Array.from({ length: 5 }, () =>
    secretariat.post(path, { items: [participant(other, organizationId)] }),
  );
  const answers = await Promise.all(crowd);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
});

story('results are entered later, mistakes corrected or taken back; history keeps it all', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const taught = await entersOfficer(secretariat, organizationId);
  const { id: programmeId } = await secretariat.post('training-programmes', programme()).created();
  const held = await secretariat.post('training-courses', course({ programmeId })).created();
  const [id] = await teaches(secretariat, held.id, participant(taught, organizationId, { result: 'attending' }));
  const path = `training-participations/${id}`;

  await secretariat.correct(path, { certificateNumber: '14/GCN' }).refused('certificate-without-completion', 422);
  await secretariat
    .correct(path, { result: 'excellent', certificateNumber: '14/GCN', reason: 'bế giảng' })
    .is({ result: 'excellent', certificateNumber: '14/GCN' });
  await secretariat
    .correct(`training-courses/${held.id}`, { endsOn: '2099-05-14' })
    .refusedAt('/endsOn', 'results-entered');
  await auditor.get(path, { asOf: '2021-05-13' }).is({ result: 'attending', certificateNumber: null });
  await auditor.get(path, { asOf: '2021-05-14' }).is({ result: 'excellent', certificateNumber: '14/GCN' });
  await auditor.get(`training-courses/${held.id}`, { asOf: '2021-05-14' }).is({ completed: 1 });
  await auditor.get(`training-courses/${held.id}`, { asOf: '2021-05-13' }).is({ participants: 1, completed: 0 });
  await auditor.get('training-participations', { courseId: held.id, result: 'excellent', asOf: '2021-05-13' }).lists();
  const { items } = await auditor.get(`${path}/history`).is();
  expect(items.at(-1)).toMatchObject({ reason: 'bế giảng', actor: 'secretariat' });
  await secretariat
    .correct(`training-courses/${held.id}`, { endsOn: '2021-05-09' })
    .refused('course-ends-too-early', 422);
  await secretariat.correct(`training-courses/${held.id}`, { endsOn: '2021-05-15' }).is({ endsOn: '2021-05-15' });
  await secretariat.post('training-courses', course({ endsOn: '2021-05-09' })).refused('course-ends-too-early', 422);
  const years = { validFrom: '2021-01-01', validTo: '2026-01-01' };
  await secretariat.correct(`training-programmes/${programmeId}`, years).is(years);
  await secretariat
    .correct(`training-programmes/${programmeId}`, { validTo: '2021-01-01' })
    .refused('programme-ends-too-early', 422);
  await auditor.get('training-programmes', { asOf: '2020-12-31', q: 'khong co' }).lists();
  const offered = async (asOf: string) =>
    (await auditor.get('training-programmes', { asOf, limit: 200 }).is()).items.some(({ id }) => id === programmeId);
  expect([await offered('2020-12-31'), await offered('2021-01-01')]).toEqual([false, true]);
  expect([await offered('2025-12-31'), await offered('2026-01-01')]).toEqual([true, false]);

  const mistake = { reason: 'nhập nhầm' };
  await secretariat.post(`training-programmes/${programmeId}/voidings`, mistake).refused('still-has-rows', 409);
  await secretariat.post(`training-courses/${held.id}/voidings`, mistake).created({ voidReason: 'nhập nhầm' });
  await auditor.get(path).is({ voidReason: 'nhập nhầm' });
  await secretariat.post(`training-programmes/${programmeId}/voidings`, mistake).created();
  await auditor.get('training-participations', { courseId: held.id, ever: true }).lists({ voidReason: 'nhập nhầm' });
  await auditor.get(`training-courses/${held.id}/history`).is();
  await auditor.get(`training-programmes/${programmeId}/history`).is();
});

story('a course that goes on has no results yet', async ({ secretariat }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const [one, other] = [
    await entersOfficer(secretariat, organizationId),
    await entersOfficer(secretariat, organizationId),
  ];
  const { id: courseId } = await secretariat.post('training-courses', course({ endsOn: '2099-05-14' })).created();
  await secretariat
    .post(`training-courses/${courseId}/participations`, {
      items: [participant(one, organizationId, { result: 'attending' }), participant(other, organizationId)],
    })
    .refusedAt('/items/1/result', 'before-course-ends');
  const [id] = await teaches(secretariat, courseId, participant(one, organizationId, { result: 'attending' }));
  const path = `training-participations/${id}`;
  await secretariat.correct(path, { result: 'completed' }).refusedAt('/result', 'before-course-ends');
  await secretariat.correct(path, { result: 'attending', organizationId }).is({ result: 'attending' });

  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  await secretariat.correct(`training-courses/${courseId}`, { endsOn: today }).is({ endsOn: today });
  await secretariat.correct(path, { result: 'completed' }).is({ result: 'completed' });
  await secretariat.correct(`training-courses/${courseId}`, { endsOn: '2022-05-14' }).is();
  await secretariat.correct(`training-courses/${courseId}`, { endsOn: today }).is({ endsOn: today });
});

story('a member sees the courses, and of the participants only its own', async (cast) => {
  const { secretariat, member, otherAlliance } = cast;
  const { id: programmeId } = await secretariat.post('training-programmes', programme()).created();
  const { id: courseId } = await secretariat.post('training-courses', course({ programmeId })).created();
  const own = String((await secretariat.get('organizations', { code: 'HTX-CAST01' }).is()).items[0]?.['id']);
  const other = await entersOrganization(secretariat);
  const ours = await entersOfficer(secretariat, own);
  const theirs = await entersOfficer(secretariat, other.id);
  const [here, there] = await teaches(secretariat, courseId, participant(ours, own), participant(theirs, other.id));
  await member.get('training-participations', { ever: true }).lists({ id: here });
  await member.get(`training-participations/${here}`).is({ person: { id: ours } });
  await member.get(`training-participations/${there}`).unknown();
  await member.get(`training-participations/${there}/history`).unknown();
  await member.get(`training-programmes/${programmeId}`).is();
  await member.get(`training-courses/${courseId}/history`).forbidden();
  await hiddenFromStrangers(otherAlliance, { programmeId, courseId, participationId: String(here) });
  await otherAlliance
    .post(`training-courses/${courseId}/participations`, { items: [participant(ours, own)] })
    .unknown();
  await otherAlliance.get('training-coverage/managers', { asOf: '2021-12-31' }).lists();
});

async function hiddenFromStrangers(
  stranger: Cast['otherAlliance'],
  { programmeId, courseId, participationId }: Record<'programmeId' | 'courseId' | 'participationId', string>,
): Promise<void> {
  for (const path of [
    `training-programmes/${programmeId}`,
    `training-courses/${courseId}`,
    `training-participations/${participationId}`,
  ]) {
    await stranger.get(path).unknown();
    await stranger.get(`${path}/history`).unknown();
    await stranger.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
    await stranger.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
  }
}
