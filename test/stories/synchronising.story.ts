import type { Client } from '../kit/client.js';
import { beginnings } from '../kit/awards.js';
import { enters, sends } from '../kit/congress-makers.js';
import { admits, award, awardDecision, delegate, entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant, programme, teaches } from '../kit/training-makers.js';

/** Lists by `updatedSince` what a write has changed, and nothing before it. */
async function learns(by: Client, list: string, write: () => PromiseLike<unknown>, ids: Record<string, string>) {
  const updatedSince = new Date().toISOString();
  await by.get(list, { updatedSince, ever: 'true' }).lists();
  await write();
  await by.get(list, { updatedSince, ever: 'true' }).lists(ids);
}

story('whoever synchronises is told that his clock is ahead', async ({ auditor }) => {
  const updatedSince = new Date(Date.now() + 60_000).toISOString();
  await auditor.get('memberships', { updatedSince }).refusedAt('/updatedSince', 'in-the-future');
});

story('whoever synchronises learns that a figure and an obligation were taken back', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const items = [{ year: 2019, measure: 'members', value: 12, checked: false }];
  const parts = {
    'organization-figures': () => secretariat.post(`organizations/${organizationId}/figures`, { items }).created(),
    obligations: () =>
      secretariat
        .post(`organizations/${organizationId}/obligations`, { law: 'cooperatives_2012', kind: 'conversion' })
        .created(),
  };
  for (const [list, enters] of Object.entries(parts)) {
    const updatedSince = new Date().toISOString();
    await enters();
    const [entered] = (await auditor.get(list, { updatedSince }).is()).items;
    const id = String(entered?.['id']);
    await secretariat.post(`${list}/${id}/voidings`, { reason: 'nhập nhầm' }).created();
    await auditor.get(list, { updatedSince, ever: true }).lists({ id, voidReason: 'nhập nhầm', version: 2 });
  }
});

story('whoever synchronises learns of a suspension and of its end', async ({ secretariat, auditor }) => {
  const { id } = await admits(secretariat);
  for (const [event, day] of Object.entries({ suspensions: 'suspendedOn', resumptions: 'resumedOn' })) {
    const write = () => secretariat.post(`memberships/${id}/${event}`, { [day]: '2019-03-01' }).created();
    await learns(auditor, 'memberships', write, { id });
  }
});

story('whoever synchronises learns of an award by its decision', async ({ secretariat, auditor }) => {
  const { body, form, organizationId, personId } = await beginnings(secretariat);
  const entry = awardDecision(body, [award(form, { organizationId })]);
  const { id } = await secretariat.post('award-decisions', entry).created();
  const another = award(form, { personId, recipientKind: 'individual' });
  const write = () => secretariat.post(`award-decisions/${id}/awards`, { awards: [another] }).created();
  await learns(auditor, 'award-decisions', write, { id });
});

story('whoever synchronises learns of a course by its programme, of who took part by it', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id: programmeId } = await secretariat.post('training-programmes', programme()).created();
  let courseId = '';
  const hold = async () => {
    ({ id: courseId } = await secretariat.post('training-courses', course({ programmeId })).created());
  };
  await learns(auditor, 'training-programmes', hold, { id: programmeId });
  const { organizationId } = await beginnings(secretariat);
  const officer = await entersOfficer(secretariat, organizationId);
  const teach = () => teaches(secretariat, courseId, participant(officer, organizationId));
  await learns(auditor, 'training-courses', teach, { id: courseId });
});

story('whoever synchronises learns of a delegate by the congress', async ({ secretariat, auditor }) => {
  const { congressId, delegation } = await sends(secretariat, { officialSeats: 1, alternateSeats: 0 });
  const personId = await enters(secretariat);
  const name = () => secretariat.post(`delegations/${delegation.id}/delegates`, delegate(personId)).created();
  await learns(auditor, 'congresses', name, { id: congressId });
});

story('whoever synchronises learns of a substitution by the delegation', async ({ secretariat, auditor }) => {
  const [official, alternate] = [await enters(secretariat), await enters(secretariat)];
  const delegates = [delegate(official), delegate(alternate, { kind: 'alternate', alternateRank: 1 })];
  const { delegation } = await sends(secretariat, { officialSeats: 1, alternateSeats: 1 }, { delegates });
  const { items } = await auditor.get('delegates', { delegationId: delegation.id }).is();
  const [first, second] = ['official', 'alternate'].map((kind) => items.find((item) => item['kind'] === kind)?.['id']);
  const call = { alternateId: second, substitutedAt: '2020-11-25T01:00:00Z', ground: 'ốm' };
  const replace = () => secretariat.post(`delegates/${String(first)}/substitutions`, call).created();
  await learns(auditor, 'delegations', replace, { id: delegation.id });
});
