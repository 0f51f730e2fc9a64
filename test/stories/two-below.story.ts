import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import { awards } from '../kit/awards.js';
import type { Cast } from '../kit/cast.js';
import type { Client } from '../kit/client.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { admission, admits, congress, decision, entersOrganization } from '../kit/makers.js';
import { connected, meanwhile } from '../kit/meanwhile.js';
import type { Json } from '../kit/reply.js';
import { prints } from '../kit/printed.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant, teaches } from '../kit/training-makers.js';

/** Two alliances of one alliance above: what that writes and reads of each stays with each. */

let founded = 0;
async function twoBelow({ administrator, secretariat, anonymous }: Cast) {
  const above = await ownAlliance(secretariat);
  const founds = () => foundsBelow(administrator, anonymous, above, `HP-X${String.fromCharCode(65 + (founded += 1))}`);
  return [await founds(), await founds()] as const;
}

/** What a client is told, without what it was asked for. */
const rowsOf = async (by: Client, report: string, query: Record<string, string> = {}) =>
  ((await by.get(`reports/${report}`, query).is()).body['rows'] as Json[]).map(({ rows: _, ...row }) => row);

story('what the alliance above writes into a record of one ties it to nothing of the other', async (cast) => {
  const { secretariat: above } = cast;
  const [{ clerk: one }, { clerk: other }] = await twoBelow(cast);
  const unknown = 'unknown-reference';

  const { id: membershipId } = await admits(one);
  const { id: paper } = await other.post('documents', decision()).created();
  const suspension = { suspendedOn: '2019-05-11', ground: 'chưa đóng hội phí' };
  const suspends = (documentId: string) =>
    above.post(`memberships/${membershipId}/suspensions`, { ...suspension, documentId });
  await suspends(paper).refusedAt('/documentId', unknown);
  await suspends((await one.post('documents', decision()).created()).id).created();
  const { id: aboves } = await above.post('documents', decision()).created();
  const path = `memberships/${membershipId}`;
  const corrects = (sourceDocumentId: string) => above.correct(path, { certificateNumber: '7', sourceDocumentId });
  const writes = (sourceDocumentId: string) => [
    corrects(sourceDocumentId),
    above.post(`${path}/category-changes`, { category: 'honorary', validFrom: '2020-01-01', sourceDocumentId }),
    above.post(`${path}/voidings`, { reason: 'nhập nhầm', sourceDocumentId }),
  ];
  for (const write of writes(paper)) await write.refusedAt('/sourceDocumentId', unknown);
  await corrects(aboves).is();

  const theirs = await entersOrganization(other);
  const officer = await entersOfficer(other, theirs.id);
  const { id: courseId } = await one.post('training-courses', course()).created();
  const enrols = { items: [participant(officer, theirs.id)] };
  await above.post(`training-courses/${courseId}/participations`, enrols).refusedAt('/items/0/personId', unknown);

  await other.post('codes/organization_sector', { code: 'reeds', vi: 'Nghề cói', en: 'Reeds', rank: 90 }).created();
  const ours = await entersOrganization(one);
  await above.correct(`organizations/${ours.id}`, { sector: 'reeds' }).refusedAt('/sector', 'unknown-code');
  await above.correct(`organizations/${theirs.id}`, { sector: 'reeds' }).is({ sector: 'reeds' });

  // A chair whom it has on its own register is none on theirs.
  const chair = { position: 'board_chair', validFrom: '2019-03-20' };
  await entersOfficer(one, ours.id, chair);
  await entersOfficer(above, ours.id, chair);
  for (const by of [one, above]) await by.get('positions', { warning: 'held_by_another' }).lists();

  // Into its own records it writes of both.
  const { id: own } = await above.post('training-courses', course()).created();
  await teaches(above, own, participant(officer, theirs.id));
  const { id: congressId } = await above.post('congresses', congress()).created();
  for (const organizationId of [ours.id, theirs.id])
    await above
      .post(`congresses/${congressId}/delegations`, { organizationId, officialSeats: 1, alternateSeats: 0 })
      .created();
});

story('a congress opens a term of its own alliance, whoever of those above it records it', async (cast) => {
  const { secretariat: above } = cast;
  const [{ clerk: one, allianceId }] = await twoBelow(cast);
  const term = async (by: Client, of: string) => {
    const entry = { name: '2020–2025', validFrom: '2020-11-27' };
    const { body } = await by.post(`alliances/${of}/terms`, entry).created();
    return (body['term'] as { id: string }).id;
  };
  const [theirs, ours] = [await term(one, allianceId), await term(above, await ownAlliance(above))];
  const { id } = await one.post('congresses', congress({ termId: theirs })).created();
  await above.post('congresses', congress({ termId: theirs })).refusedAt('/termId', 'unknown-reference');
  await above.correct(`congresses/${id}`, { termId: ours }).refusedAt('/termId', 'unknown-reference');
  await above.correct(`congresses/${id}`, { termId: theirs }).is();
});

story('a report is asked about one alliance, and says the same whoever asks', async (cast, stage) => {
  const { secretariat: above, auditor, anonymous, member } = cast;
  const two = await twoBelow(cast);
  const [{ clerk: one, allianceId }, { allianceId: otherId }] = two;
  for (const { clerk: by, allianceId: of } of two) {
    const { id: organizationId } = await entersOrganization(by);
    await by.post('memberships', admission(organizationId)).created();
    await awards(by, { organizationId });
    const officer = await entersOfficer(by, organizationId, { position: 'director' });
    await by.post(`alliances/${of}/terms`, { name: '2020–2025', validFrom: '2020-11-27' }).created();
    // The alliance above teaches them, in a course of its own.
    const { id: courseId } = await above.post('training-courses', course()).created();
    await teaches(above, courseId, participant(officer, organizationId));
  }
  const asOf = '2021-12-31';
  for (const report of ['members', 'awards', 'training-coverage', 'term-summary']) {
    const own = await rowsOf(one, report, { asOf });
    expect(own).not.toEqual([]);
    expect(await rowsOf(one, report, { asOf, allianceId })).toMatchObject(own.map(numbersOf));
    expect((await rowsOf(auditor, report, { asOf, allianceId })).map(numbersOf)).toEqual(own.map(numbersOf));
    await one.get(`reports/${report}`, { asOf, allianceId: otherId }).unknown();
  }
  const coverage = async (query: Record<string, string>) =>
    (await rowsOf(auditor, 'training-coverage', { asOf, ...query })).at(-1);
  expect(await coverage({ allianceId })).toMatchObject({ managers: 1, trained: 0 });
  const managers = { allianceId, asOf, trained: 'false', from: '2021-01-01', to: asOf };
  expect((await auditor.get('training-coverage/managers', managers).is()).items).toHaveLength(1);
  const printedOf = `reports/training-coverage?allianceId=${allianceId}&asOf=${asOf}`;
  const [page] = (await prints(stage, auditor, printedOf)).pages;
  expect(page).toMatch(/Liên minh HP-X[A-Z]/i);
  expect(page).not.toContain(allianceId);
  await one.get('reports/term-summary', { asOf }).is({ allianceId });
  await auditor.get('reports/members', { allianceId: 'x' }).refused('invalid-parameters', 400);
  await member.get('reports/members', { allianceId }).refused('not-your-right', 403);
  await anonymous.get('reports/members', { allianceId }).refused('sign-in-needed', 401);
});

story('two bodies that are put below each other at once, by two alliances, make no circle', async (cast, stage) => {
  const [{ clerk }] = await twoBelow(cast);
  const names = [{ name: 'Ủy ban nhân dân thành phố', validFrom: '1976-07-02' }];
  const enters = async (by: Client) => (await by.post('issuing-bodies', { level: 'province', names }).created()).id;
  const [one, other] = [await enters(cast.secretariat), await enters(clerk)];
  const below = 'update registry.issuing_bodies set parent_id = $2, version = version + 1 where id = $1';
  const second = await connected(stage.databaseUrl);
  try {
    await meanwhile(stage.databaseUrl, { first: [[below, one, other]] }, () =>
      expect(second.query(below, [other, one])).rejects.toThrow('the body would stand above itself'),
    );
  } finally {
    await second.end();
  }
});

/** A row without the addresses of its lists, which name the alliance only when it was asked for. */
const numbersOf = (row: Json): Json =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith('Rows')));
