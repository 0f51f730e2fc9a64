import { expect } from '@jest/globals';
import { awards } from '../kit/awards.js';
import { admits, decision, entersIssuingBody } from '../kit/makers.js';
import { story } from '../kit/story.js';

const figure = (code: string, more: Record<string, unknown> = {}) => ({
  code,
  relation: 'eq',
  value: 263,
  asOf: '2020-11-27',
  rank: 1,
  ...more,
});

story('a document declares figures; a wrong one is taken back', async ({ secretariat, auditor, otherAlliance }) => {
  const { id } = await secretariat.post('documents', decision({ code: 'BAI-BAO', kind: 'article' })).created();
  const path = `documents/${id}`;
  for (const code of ['BAI-BAO', 'Bai-Bao'])
    await secretariat.post('documents', decision({ code })).refused('document-code-taken', 409);
  const declare = (...items: object[]) => secretariat.post(`${path}/declared-figures`, { items });
  await declare(figure('members.represented')).created({ figures: [{ code: 'members.represented', value: 263 }] });
  await declare(figure('members.represented')).refused('figure-declared-twice', 409);
  await declare(figure('target.models', { relation: 'between', value: 5, valueTo: 3 })).refused(
    'figure-incomplete',
    422,
  );
  await declare(figure('congress.motto', { wording: 'Hợp tác' })).refused('figure-incomplete', 422);
  await secretariat.correct(path, { title: 'Đại hội lần thứ VI' }).is({ title: 'Đại hội lần thứ VI' });
  const read = await auditor.get(path).is();
  const [declared] = read.body['figures'] as { id: string }[];
  const one = `declared-figures/${declared?.id}`;
  await auditor.get(one).is({ code: 'members.represented' });
  await otherAlliance.get(one).unknown();
  await otherAlliance.post(`${one}/voidings`, { reason: 'thử xem' }).unknown();
  await secretariat.post(`${one}/voidings`, { reason: 'nhập nhầm' }).created();
  await auditor.get(path).is({ figures: [] });
  await auditor.get(`${path}/history`).is();

  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.patch(path, { reason: 'thử' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${path}/declared-figures`, { items: [figure('x.y')] }).unknown();
  await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
  await auditor.get('documents', { code: 'BAI-BAO' }).lists();
});

story('an issuing body keeps its names through the years', async ({ secretariat, auditor, otherAlliance }) => {
  const names = [{ name: 'Ủy ban hành chính', validFrom: '1955-05-13' }];
  await secretariat
    .post('issuing-bodies', { level: 'province', names: [...names, ...names] })
    .refusedAt('/names/1/validFrom', 'duplicate');
  const { id } = await secretariat.post('issuing-bodies', { level: 'province', names }).created();
  const path = `issuing-bodies/${id}`;
  const name = { name: 'Ủy ban nhân dân thành phố', validFrom: '1976-07-02' };
  await secretariat.post(`${path}/names`, name).created({ name: name.name });
  await secretariat.post(`${path}/names`, name).refused('name-day-taken', 409);
  await auditor.get(path, { asOf: '1960-01-01' }).is({ name: 'Ủy ban hành chính' });
  await auditor.get(`${path}/history`).is();
  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.post(`${path}/names`, name).unknown();
  await otherAlliance.post(`${path}/voidings`, { reason: 'thử xem' }).unknown();
  const { body } = await auditor.get(path).is();
  const [old, last] = (body['names'] as { id: string }[]).map((one) => `issuing-body-names/${one.id}`) as [
    string,
    string,
  ];
  await auditor.get(old).is({ name: 'Ủy ban hành chính', issuingBodyId: id });
  await otherAlliance.get(old).unknown();
  await otherAlliance.patch(old, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${old}/voidings`, { reason: 'thử xem' }).unknown();
  await secretariat.correct(old, { name: 'Ủy ban Hành chính' }).is({ name: 'Ủy ban Hành chính' });
  await secretariat.correct(old, { validFrom: name.validFrom }).refused('name-day-taken', 409);
  await secretariat.post(`${last}/voidings`, { reason: 'nhập nhầm' }).created({ voidReason: 'nhập nhầm' });
  await secretariat.post(`${old}/voidings`, { reason: 'nhập nhầm' }).refused('only-name-of-issuing-body', 409);
  await auditor.get(path).is({ name: 'Ủy ban Hành chính' });
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
});

story('the level of an issuing body, and what stands above it, is put right under its decisions', async (cast) => {
  const { secretariat, otherAlliance } = cast;
  const above = await entersIssuingBody(secretariat);
  const below = await entersIssuingBody(secretariat, { level: 'commune', parentId: above });
  const path = `issuing-bodies/${below}`;
  const award = await awards(secretariat, {}, { issuingBodyId: below });
  await secretariat.correct(path, { level: 'department' }).is({ level: 'department', parentId: above });
  await secretariat.get('awards', { issuingBodyLevel: 'department' }).lists({ id: award });
  for (const parentId of [above, below])
    await secretariat.correct(`issuing-bodies/${above}`, { parentId }).refused('issuing-body-below-itself', 422);
  await secretariat.correct(path, { parentId: null }).is({ parentId: null });
  await otherAlliance.patch(path, { level: 'ministry', reason: 'thử xem' }, { 'If-Match': '"2-x"' }).unknown();
});

story('what cites a paper is listed by it, and corrected to cite the right one', async ({ secretariat }) => {
  const [{ id: twice }, { id: right }] = [
    await secretariat.post('documents', decision()).created(),
    await secretariat.post('documents', decision()).created(),
  ];
  const { id } = await admits(secretariat, { admittedByDocumentId: twice });
  const ended = { kind: 'withdrawn', endedOn: '2022-07-01', documentId: twice };
  await secretariat.post(`memberships/${id}/exits`, ended).created();
  const { id: member } = await admits(secretariat, { admittedByDocumentId: twice });
  await secretariat.post(`documents/${twice}/voidings`, { reason: 'nhập hai lần' }).refused('still-has-rows', 409);
  await secretariat.get('memberships', { documentId: twice }).lists({ id: member });
  await secretariat.get('memberships', { documentId: twice, ever: true }).lists({ id }, { id: member });
  await secretariat.correct(`memberships/${member}`, { admittedByDocumentId: right }).is();
  await secretariat.get('memberships', { documentId: right }).lists({ id: member });
  await secretariat.get('memberships', { documentId: twice }).lists();
});

story('figures are ranges, values or words, and all of one list or none', async ({ secretariat, auditor }) => {
  const { id } = await secretariat.post('documents', decision()).created();
  const path = `documents/${id}`;
  const declare = (...items: object[]) => secretariat.post(`${path}/declared-figures`, { items });
  const range = figure('target.models', { relation: 'between', value: 3, valueTo: 5 });
  const words = figure('congress.motto', { value: null, wording: 'Đoàn kết – Hợp tác', rank: 2 });
  for (const incomplete of [
    figure('x.none', { value: null }),
    figure('x.upper', { valueTo: 5 }),
    figure('x.open', { relation: 'between' }),
    figure('x.from', { relation: 'between', value: null, wording: 'nhiều', valueTo: 5 }),
  ]) {
    await declare(range, incomplete).refused('figure-incomplete', 422);
  }
  await declare(range, words, range).refused('figure-declared-twice', 409);
  await declare(figure('Not A Code')).refusedAt('/items/0/code', 'not-a-code');
  await auditor.get(path).is({ figures: [] });
  await declare(words, range).created({ figures: [{ code: 'target.models', valueTo: 5 }, { code: 'congress.motto' }] });
  const { body } = await auditor.get(path).is();
  const [{ id: wrong }] = body['figures'] as [{ id: string }];
  await secretariat.post(`declared-figures/${wrong}/voidings`, { reason: 'ghi nhầm' }).created({ document: { id } });
  await declare(figure('target.models', { value: 4 })).created();
  await declare(figure('target.models', { value: 2, asOf: '2019-12-31' })).created(); // the year before, beside it
  await declare(figure('target.models', { value: 2, asOf: '2019-12-31' })).refused('figure-declared-twice', 409);
});

story('a document is issued on its day; its code stays its own; history tells who and why', async (cast) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const { id } = await secretariat
    .post('documents', decision({ code: 'NQ-1', issuedOn: '2018-05-10', reason: 'theo bản gốc' }))
    .created();
  const other = await secretariat.post('documents', decision({ code: 'NQ-2' })).created();
  await otherAlliance.post('documents', decision({ code: 'NQ-1' })).created();
  await secretariat.correct(`documents/${other.id}`, { code: 'NQ-1' }).refused('document-code-taken', 409);
  await secretariat.correct(`documents/${id}`, { code: 'NQ-1', number: null, reason: 'bản gốc không có số' }).is();
  await auditor.get('documents', { code: 'NQ-1', asOf: '2018-05-09' }).lists();
  await auditor.get('documents', { code: 'NQ-1', asOf: '2018-05-09', ever: true }).lists({ id });
  await auditor.get('documents', { code: 'NQ-1', asOf: '2018-05-10' }).lists({ id, number: null });
  const { items } = await auditor
    .get(`documents/${id}/history`)
    .lists(
      { action: 'insert', actor: 'secretariat', reason: 'theo bản gốc' },
      { action: 'update', actor: 'secretariat', reason: 'bản gốc không có số' },
    );
  expect(items[1]?.['changes']).toMatchObject([{ field: 'number', after: null }]);
});

story('members read who issues documents, by an old name too, but no documents', async ({ secretariat, member }) => {
  const names = [
    { name: 'Ban Quản lý Hợp tác xã', validFrom: '1962-01-01' },
    { name: 'Chi cục Phát triển nông thôn', validFrom: '2003-01-01' },
  ];
  const { id } = await secretariat.post('issuing-bodies', { level: 'province', names }).created();
  const typed = { name: 'Ban Quản Lý Gõ Nhầm', validFrom: '2010-01-01' };
  const { body: renamed } = await secretariat.post(`issuing-bodies/${id}/names`, typed).created();
  await member.get('issuing-bodies', { q: 'go nham' }).lists({ id });
  const mistaken = (renamed['names'] as { id: string }[]).at(-1)?.id;
  await secretariat.post(`issuing-body-names/${mistaken}/voidings`, { reason: 'gõ nhầm' }).created();
  await member.get('issuing-bodies', { q: 'go nham' }).lists();
  const issued = await secretariat.post('documents', decision({ issuingBodyId: id, issuedOn: '1999-01-01' })).created();
  await member.get('issuing-bodies', { q: 'ban quan ly hop tac xa' }).lists({ id, name: names[1]?.name });
  await member.get(`issuing-bodies/${id}`, { asOf: '2002-12-31' }).is({ name: names[0]?.name });
  await member.get('documents').forbidden();
  await secretariat
    .get('documents', { issuingBodyId: id, asOf: '2000-01-01' })
    .lists({ id: issued.id, issuingBody: { name: names[0]?.name } });
});
