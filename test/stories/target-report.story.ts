import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { decision, entersOrganization } from '../kit/makers.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { beginsTerm, shapes, statistic, target } from '../kit/target-makers.js';
import { course, entersOfficer, participant, teaches } from '../kit/training-makers.js';

interface Row {
  code: string;
  period: string;
  progress: number | null;
  state: string | null;
  rowCount: number;
  rows: string;
}

async function standing(by: Client, asOf: string, more: Record<string, string> = {}): Promise<Row[]> {
  return (await by.get('reports/targets', { asOf, ...more }).is()).body['rows'] as Row[];
}
/** `2021: 2 met` for each row of one target. */
const told = (rows: Row[], code: string): string[] =>
  rows.filter((row) => row.code === code).map(({ period, progress, state }) => `${period}: ${progress} ${state}`);

story(
  'a range is judged over the term, a floor each year, a percentage each year and altogether',
  async (cast, { databaseUrl }) => {
    const { secretariat, auditor, otherAlliance } = cast;
    const termId = await beginsTerm(secretariat, '2020-11-27', '2025-11-27');
    const sets = (code: string, shape: object, more = {}) =>
      secretariat.post('targets', target(termId, { ...shape, code, ...more })).created();
    await sets('target.models', shapes.models, { low: 2, high: 3 });
    await sets('target.founded', shapes.founded, { low: 2 });
    await sets('target.training', shapes.training);
    await sets('target.cooperatives', shapes.training, { source: 'cooperative_training_coverage' });
    await sets('target.groups', shapes.founded, {
      low: 2600,
      source: 'statistic',
      statisticFigure: 'sector.cooperative_groups',
    });

    const founds = async (on: string) => (await entersOrganization(secretariat, { on })).id;
    const [first, second, third, fourth] = [
      await founds('2021-02-01'),
      await founds('2021-12-31'),
      await founds('2022-01-01'),
      await founds('2022-05-05'),
    ];
    await founds('2022-06-06');
    const models = [first, second, third, fourth].map((organizationId, i) => ({
      organizationId,
      kind: 'value_chain',
      validFrom: `202${i + 1}-09-01`,
    }));
    for (const model of models) await secretariat.post('supported-models', model).created();
    const groups = statistic({ figure: 'sector.cooperative_groups', asOf: '2020-11-27' });
    await secretariat.post('sector-statistics', groups).created();
    await secretariat.post('sector-statistics', { ...groups, asOf: '2022-06-30', value: 2700 }).created();
    const atMost = { ...groups, relation: 'lte', asOf: '2021-06-30', value: 2900 }; // says of nothing that it was reached
    await secretariat.post('sector-statistics', atMost).created();
    const director = await entersOfficer(secretariat, first, { validFrom: '2021-02-01' });
    const { id: courseId } = await secretariat.post('training-courses', course()).created();
    await teaches(secretariat, courseId, participant(director, first));
    const enterprise = await entersOrganization(secretariat, { kind: 'enterprise', on: '2021-02-01' });
    await entersOfficer(secretariat, enterprise.id, { validFrom: '2021-02-01' });

    const inSecondYear = await standing(auditor, '2022-12-31');
    expect(told(inSecondYear, 'target.models')).toEqual(['2021: 1 null', '2022: 1 null', 'term: 2 within']);
    expect(told(inSecondYear, 'target.founded')).toEqual(['2021: 2 met', '2022: 3 exceeded', 'term: 5 exceeded']);
    expect(told(inSecondYear, 'target.training')).toEqual(['2021: 50 below', '2022: 0 below', 'term: 50 below']);
    expect(told(inSecondYear, 'target.cooperatives')).toEqual(['2021: 100 met', '2022: 0 below', 'term: 100 met']);
    expect(told(inSecondYear, 'target.groups')).toEqual([
      '2021: null null',
      '2022: 2700 exceeded',
      'term: 2700 exceeded',
    ]);
    for (const { rows: link, rowCount } of inSecondYear)
      await auditor.get(`${link}&total=true`).is({ total: rowCount });

    expect(told(await standing(auditor, '2021-08-31'), 'target.models')).toEqual(['2021: 0 null', 'term: 0 below']);
    expect(told(await standing(auditor, '2024-09-01'), 'target.models').at(-1)).toBe('term: 4 exceeded');
    expect(told(await standing(auditor, '2020-12-31'), 'target.founded')).toEqual(['term: null null']);
    expect(await standing(auditor, '2020-11-26')).toEqual([]);
    expect(await standing(otherAlliance, '2022-12-31')).toEqual([]);
    const file = await auditor.get('reports/targets', { asOf: '2022-12-31', format: 'csv' }).is();
    expect(file.text).toContain('Mã,Chỉ tiêu,Nhiệm kỳ');
    expect(file.text).toContain(',Cả nhiệm kỳ,');

    await beginsTerm(secretariat, '2025-11-27', '2030-11-27');
    expect(await standing(auditor, '2025-12-31')).toEqual([]);
    expect(told(await standing(auditor, '2025-12-31', { termId }), 'target.models').at(-1)).toBe('term: 4 exceeded');
    await auditor.get('reports/targets', { termId: String(second) }).unknown();
    await otherAlliance.get('reports/targets', { termId }).unknown();

    const [ended] = (await auditor.get('supported-models', { organizationId: second, asOf: '2022-12-31' }).is()).items;
    await secretariat.correct(`supported-models/${ended?.['id']}`, { validTo: '2022-10-01' }).is();
    expect(told(await standing(auditor, '2022-12-31'), 'target.models').at(-1)).toBe('term: 2 within');

    const knownAt = await momentOfNow(databaseUrl);
    const { items } = await auditor.get('supported-models', { organizationId: first, asOf: '2022-12-31' }).is();
    await secretariat.post(`supported-models/${items[0]?.['id']}/voidings`, { reason: 'nhập nhầm' }).created();
    expect(told(await standing(auditor, '2022-12-31'), 'target.models').at(-1)).toBe('term: 1 below');
    expect(told(await standing(auditor, '2022-12-31', { knownAt }), 'target.models').at(-1)).toBe('term: 2 within');
  },
);

story('an organisation that becomes a model again is counted once', async ({ secretariat, auditor }) => {
  const termId = await beginsTerm(secretariat, '2040-11-27', '2045-11-27');
  await secretariat.post('targets', target(termId, { ...shapes.models, code: 'target.again' })).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  const model = { organizationId, kind: 'value_chain' };
  await secretariat.post('supported-models', { ...model, validFrom: '2039-01-01', validTo: '2040-01-01' }).created();
  await secretariat.post('supported-models', { ...model, validFrom: '2041-01-01', validTo: '2041-06-01' }).created();
  await secretariat.post('supported-models', { ...model, validFrom: '2042-01-01' }).created();
  const empty = { ...model, kind: 'high_tech', validFrom: '2042-01-01', validTo: '2042-01-01' };
  await secretariat.post('supported-models', empty).refusedAt('/validTo', 'model-ends-too-early');
  const asOf = '2042-12-31';
  const rows = (await auditor.get('reports/targets', { asOf }).is()).body['rows'] as {
    code: string;
    period: string;
    progress: number;
    rows: string;
  }[];
  const whole = rows.find(({ code, period }) => code === 'target.again' && period === 'term');
  expect(whole).toMatchObject({ progress: 1 });
  await auditor.get(`${whole?.rows}&total=true`).is({ total: 1 });

  // A term that was entered by mistake is not the one that began last.
  const mistaken = await beginsTerm(secretariat, '2045-11-27', '2050-11-27');
  expect(told(await standing(auditor, '2046-12-31'), 'target.again')).toEqual([]);
  await secretariat.post(`alliance-terms/${mistaken}/voidings`, { reason: 'nhập nhầm' }).created();
  expect(told(await standing(auditor, '2046-12-31'), 'target.again').at(-1)).toBe('term: 1 below');
});

story('what a document says of targets is held to the targets of the registry', async ({ secretariat, auditor }) => {
  const termId = await beginsTerm(secretariat, '1990-11-27', '1995-11-27');
  const asOf = '1990-11-27';
  await secretariat.post('targets', target(termId, { ...shapes.models, code: 'target.models' })).created();
  await secretariat.post('targets', target(termId, { ...shapes.founded, code: 'target.founded' })).created();
  const groups = { figure: 'sector.cooperative_groups', asOf, value: 2587 };
  await secretariat.post('sector-statistics', statistic(groups)).created();
  const compares = async (code: string, more: Record<string, string> = {}) => {
    const { body } = await auditor.get('reports/reconciliation', { documentCode: code, ...more }).is();
    const rows = body['rows'] as { code: string; state: string; rows: string | null; rowCount: number }[];
    for (const { rows: link, rowCount } of rows)
      if (link) await auditor.get(`${link}&total=true`).is({ total: rowCount });
    return Object.fromEntries(rows.map((row) => [row.code, row.state]));
  };
  const states = async (code: string, models: object, founded: number) => {
    const paper = await secretariat.post('documents', decision({ code, kind: 'article' })).created();
    const figure = { relation: 'eq', asOf, rank: 1 };
    const items = [
      { ...figure, code: 'target.models', relation: 'between', ...models },
      { ...figure, code: 'target.founded', relation: 'gte', value: founded },
      { ...figure, code: 'target.training', value: 100 },
      { ...figure, code: 'sector.cooperative_groups', relation: 'approx', value: 2600 },
    ];
    await secretariat.post(`documents/${paper.id}/declared-figures`, { items }).created();
    return compares(code);
  };
  expect(await states('BAI-CT-1', { value: 3, valueTo: 5 }, 30)).toEqual({
    'target.models': 'matched',
    'target.founded': 'matched',
    'target.training': 'not_recorded',
    'sector.cooperative_groups': 'matched',
  });
  expect(await states('BAI-CT-2', { value: 3, valueTo: 4 }, 40)).toMatchObject({
    'target.models': 'over',
    'target.founded': 'short',
  });

  // Asked after the term, when another has targets of the same codes, the paper still speaks of its own.
  const next = await beginsTerm(secretariat, '1995-11-27', '2000-11-27');
  await secretariat.post('targets', target(next, { ...shapes.founded, code: 'target.founded', low: 50 })).created();
  const onTheDay = { code: 'target.founded', ever: true };
  await auditor.get('targets', { ...onTheDay, termOn: '1995-11-26' }).lists({ low: 30 });
  await auditor.get('targets', { ...onTheDay, termOn: '1995-11-27' }).lists({ low: 50 });
  expect(await compares('BAI-CT-1', { asOf: '1996-06-30' })).toMatchObject({
    'target.models': 'matched',
    'target.founded': 'matched',
    'target.training': 'not_recorded',
  });
});
