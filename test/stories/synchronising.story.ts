import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { beginnings } from '../kit/awards.js';
import { enters, ownAlliance, sends } from '../kit/congress-makers.js';
import {
  admits,
  award,
  awardDecision,
  decision,
  delegate,
  entersIssuingBody,
  entersOrganization,
} from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { statistic } from '../kit/target-makers.js';
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

story('whoever synchronises learns of a change of category', async ({ secretariat, auditor }) => {
  const { id } = await admits(secretariat);
  const change = { category: 'associate', validFrom: '2019-03-01' };
  const write = () => secretariat.post(`memberships/${id}/category-changes`, change).created();
  await learns(auditor, 'memberships', write, { id });
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
  const [taught] = (await auditor.get('training-participations', { courseId }).is()).items;
  const lasts = () => secretariat.correct(`training-courses/${courseId}`, { endsOn: '2021-05-15' }).is();
  await learns(auditor, 'training-participations', lasts, { id: String(taught?.['id']) });
  const widen = () => secretariat.correct(`training-programmes/${programmeId}`, { audience: 'members' }).is();
  await learns(auditor, 'training-courses', widen, { id: courseId });
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

story('whoever synchronises learns of names, terms, bodies and figures', async (cast) => {
  const { secretariat, auditor } = cast;
  const writes = (path: string, entry: Json) => () => secretariat.post(path, entry).created();
  const allianceId = await ownAlliance(secretariat);
  const alliance = `alliances/${allianceId}`;
  const own = { id: allianceId };
  await learns(
    auditor,
    'alliances',
    writes(`${alliance}/names`, { name: 'Liên minh Mới', validFrom: '2031-01-01' }),
    own,
  );
  const term = { name: '1990–1995', validFrom: '1990-01-01', validTo: '1995-01-01' };
  await learns(auditor, 'alliances', writes(`${alliance}/terms`, term), own);
  const { body } = await auditor.get(alliance, { asOf: '1990-01-01' }).is();
  const { id: termId } = body['term'] as { id: string };
  await learns(auditor, 'alliances', writes(`${alliance}/bodies`, { kind: 'congress', termId, seats: 9 }), own);

  const { id: document } = await secretariat.post('documents', decision()).created();
  const figure = { code: 'members.represented', relation: 'eq', value: 1, asOf: '2020-11-27', rank: 1 };
  const declared = writes(`documents/${document}/declared-figures`, { items: [figure] });
  await learns(auditor, 'documents', declared, { id: document });
  const issuer = await entersIssuingBody(secretariat);
  const name = { name: 'Ủy ban Đổi Tên', validFrom: '2021-01-01' };
  await learns(auditor, 'issuing-bodies', writes(`issuing-bodies/${issuer}/names`, name), { id: issuer });
});

story('whoever synchronises learns of a seat', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat);
  const [place] = (await auditor.get('places', { level: 'commune', limit: 1 }).is()).items;
  const seat = { placeId: place?.['id'], validFrom: '2025-08-01' };
  const moves = () => secretariat.post(`organizations/${id}/addresses`, seat).created();
  await learns(auditor, 'organizations', moves, { id });
});

story('whoever synchronises learns of a statistic that it was revised', async ({ secretariat, auditor }) => {
  const { id } = await secretariat.post('sector-statistics', statistic()).created();
  const updatedSince = new Date().toISOString();
  const { relation, producer } = statistic();
  const revision = { relation, producer, value: 2700, reason: 'cập nhật' };
  const revised = await secretariat.post(`sector-statistics/${id}/revisions`, revision).created();
  const { items } = await auditor.get('sector-statistics', { updatedSince, ever: true }).is();
  expect(items.map((item) => item['id'])).toEqual(expect.arrayContaining([id, revised.id]));
});
