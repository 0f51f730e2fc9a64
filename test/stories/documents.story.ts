import { decision } from '../kit/makers.js';
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
  await secretariat.post('documents', decision({ code: 'BAI-BAO' })).refused('document-code-taken', 409);
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
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();
});
