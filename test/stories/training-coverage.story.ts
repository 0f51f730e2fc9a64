import type { Client } from '../kit/client.js';
import { entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant, teaches } from '../kit/training-makers.js';

/** Who is missing, of one organisation. */
const missing = (by: Client, organizationId: string, more: object = {}) =>
  by.get('training-coverage/managers', { organizationId, asOf: '2021-12-31', trained: false, total: true, ...more });

story(
  'a manager is missing until a course is completed within the period',
  async ({ secretariat, auditor, member }) => {
    const { id: organizationId } = await entersOrganization(secretariat);
    const director = await entersOfficer(secretariat, organizationId);
    await entersOfficer(secretariat, organizationId, { position: 'treasurer' });
    const { id: courseId } = await secretariat.post('training-courses', course()).created();
    await missing(auditor, organizationId).is({ total: 1, items: [{ id: director, trained: false, courses: [] }] });

    const [id] = await teaches(secretariat, courseId, participant(director, organizationId, { result: 'attending' }));
    await missing(auditor, organizationId).is({ total: 1 });
    await secretariat.correct(`training-participations/${id}`, { result: 'excellent' }).is();
    await missing(auditor, organizationId).is({ total: 0 });
    await auditor
      .get('training-coverage/managers', { organizationId, asOf: '2021-12-31', trained: true })
      .lists({ id: director, courses: [{ id: courseId, result: 'excellent' }], positions: [{ position: 'director' }] });

    await missing(auditor, organizationId, { asOf: '2021-05-13' }).is({ total: 1 });
    await missing(auditor, organizationId, { asOf: '2022-06-30' }).is({ total: 1 });
    await missing(auditor, organizationId, { asOf: '2022-06-30', from: '2021-05-14' }).is({ total: 0 });
    await missing(auditor, organizationId, { to: '2021-05-13' }).is({ total: 1 });
    await missing(auditor, organizationId, { kind: 'enterprise' }).is({ total: 0 });
    await missing(auditor, organizationId, { from: 'hôm qua' }).refusedAt('/from', 'not-a-day');
    await missing(auditor, organizationId, { asOf: '2018-03-19' }).is({ total: 0 });

    await secretariat.post(`training-participations/${id}/voidings`, { reason: 'nhập nhầm người' }).created();
    await missing(auditor, organizationId).is({ total: 1 });
    await missing(member, organizationId).forbidden();
  },
);

story('who holds two offices, and took two courses, is one manager', async ({ secretariat, auditor }) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const chair = await entersOfficer(secretariat, organizationId, { position: 'board_chair' });
  const held = { personId: chair, organizationId, position: 'director', validFrom: '2019-01-01' };
  await secretariat.post('positions', held).created();
  for (const startsOn of ['2021-03-01', '2021-04-05']) {
    const { id } = await secretariat.post('training-courses', course({ startsOn, endsOn: startsOn })).created();
    await teaches(secretariat, id, participant(chair, organizationId));
  }
  await auditor
    .get('training-coverage/managers', { organizationId, asOf: '2021-12-31', total: true })
    .is({ total: 1, items: [{ id: chair, trained: true, positions: [{}, {}], courses: [{}, {}] }] });
});
