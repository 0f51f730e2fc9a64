import { expect } from '@jest/globals';
import { decision, entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { beginsTerm, shapes, statistic, target } from '../kit/target-makers.js';

const mistake = { reason: 'nhập nhầm' };

story('the congress sets targets for its term, each in its shape', async (cast) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  const termId = await beginsTerm(secretariat, '2020-11-27', '2025-11-27');
  const paper = await secretariat.post('documents', decision({ code: 'NQ-DH-6' })).created();
  const entry = target(termId, shapes.models, { code: 'target.models', documentId: paper.id });
  const { id } = await secretariat
    .post('targets', entry)
    .created({ low: 3, high: 5, term: { name: '2020–2025' }, document: { code: 'NQ-DH-6' } });
  await secretariat.post('targets', entry).refused('target-code-taken', 409);
  const floor = await secretariat.post('targets', target(termId, shapes.founded)).created({ low: 30, high: null });

  const refusals: [Json, string][] = [
    [target(termId, shapes.models, { high: 2 }), 'target-bounds-unfit'],
    [target(termId, shapes.models, { high: undefined }), 'target-bounds-unfit'],
    [target(termId, shapes.founded, { high: 40 }), 'target-bounds-unfit'],
    [target(termId, shapes.training, { low: 101 }), 'target-bounds-unfit'],
    [target(termId, shapes.training, { population: undefined }), 'target-needs-population'],
    [target(termId, shapes.founded, { source: 'training_coverage' }), 'target-source-unfit'],
    [target(termId, shapes.training, { source: 'supported_models' }), 'target-source-unfit'],
    [target(termId, shapes.founded, { source: 'statistic' }), 'target-figure-unfit'],
    [target(termId, shapes.founded, { statisticFigure: 'sector.founded' }), 'target-figure-unfit'],
  ];
  for (const [refused, code] of refusals) await secretariat.post('targets', refused).refused(code, 422);

  const path = `targets/${id}`;
  await secretariat.correct(path, { low: 10 }).refused('target-bounds-unfit', 422);
  for (const low of [5, 3]) await secretariat.correct(path, { low }).is({ low, high: 5 });
  await secretariat.correct(path, { low: 4, reason: 'ghi nhầm mức' }).is({ low: 4, high: 5 });
  await secretariat.correct(`targets/${floor.id}`, { code: 'target.models' }).refused('target-code-taken', 409);
  await auditor.get('targets', { termId, asOf: '2020-11-27', shape: 'range_per_term' }).lists({ id });
  await auditor.get('targets', { termId, asOf: '2020-11-26' }).lists();
  await member.get(path).is({ low: 4 });
  const { items } = await auditor.get(`${path}/history`).is();
  expect(items.at(-1)).toMatchObject({ changes: [{ field: 'low', before: 3, after: 4 }] });

  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${path}/voidings`, mistake).unknown();
  await otherAlliance.post('targets', target(termId)).refusedAt('/termId', 'unknown-reference');
  await secretariat.post(`${path}/voidings`, mistake).created();
  await auditor.get('targets', { termId, asOf: '2021-01-01' }).lists({ id: floor.id });
});

story('an organisation becomes a model, and stops being one', async (cast) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  const organization = await entersOrganization(secretariat);
  const organizationId = organization.id;
  const entry = { organizationId, kind: 'value_chain', validFrom: '2021-09-01', evidence: 'Hợp đồng bao tiêu' };
  const { id } = await secretariat.post('supported-models', entry).created({ kind: 'value_chain' });
  await secretariat.post('supported-models', { ...entry, validFrom: '2022-01-01' }).refused('model-recorded', 409);
  await secretariat
    .post('supported-models', { ...entry, kind: 'high_tech', validTo: '2021-08-31' })
    .refused('model-ends-too-early', 422);
  const path = `supported-models/${id}`;
  await secretariat.correct(path, { validTo: '2021-08-31' }).refused('model-ends-too-early', 422);
  await secretariat.correct(path, { validTo: '2023-01-01' }).is({ validTo: '2023-01-01' });
  const again = await secretariat.post('supported-models', { ...entry, validFrom: '2023-01-01' }).created();
  await secretariat.correct(path, { validTo: null }).refused('model-recorded', 409);
  await auditor.get('supported-models', { organizationId, asOf: '2022-12-31', kind: 'value_chain' }).lists({ id });
  await auditor.get('supported-models', { organizationId, asOf: '2023-01-01' }).lists({ id: again.id });
  await auditor.get(path).is();
  await auditor.get(`${path}/history`).is();
  for (const hidden of [member, otherAlliance]) {
    await hidden.get(path).unknown();
    await hidden.get(`${path}/history`).unknown();
  }
  await otherAlliance.patch(path, { reason: 'thử xem' }, { 'If-Match': '"1-x"' }).unknown();
  await otherAlliance.post(`${path}/voidings`, mistake).unknown();
  await secretariat.post(`${path}/voidings`, mistake).created();
  await auditor.get('supported-models', { organizationId, asOf: '2022-12-31' }).lists();
});

story('statistics are a ledger: what turns out otherwise is revised, and nothing is overwritten', async (cast) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  const entry = statistic({ figure: 'sector.cooperative_groups' });
  const first = await secretariat.post('sector-statistics', entry).created({ value: 2600, revisesId: null });
  await secretariat.post('sector-statistics', entry).refused('statistic-recorded', 409);
  const wrong: Json[] = [{ relation: 'between' }, { relation: 'between', valueTo: 2500 }, { valueTo: 2700 }];
  for (const more of wrong) {
    await secretariat.post('sector-statistics', statistic(more)).refused('statistic-range-unfit', 422);
  }
  await secretariat.post('sector-statistics', statistic({ relation: 'between', value: 5, valueTo: 5 })).created();
  const inForce = (asOf: string) => auditor.get('sector-statistics', { figure: 'sector.cooperative_groups', asOf });
  await inForce('2020-11-26').lists();
  await inForce('2021-06-30').lists({ id: first.id, value: 2600 });

  const path = `sector-statistics/${first.id}`;
  const exact = { relation: 'eq', value: 2587, unit: 'tổ hợp tác', producer: 'Cục Thống kê' };
  await secretariat.post(`${path}/revisions`, { ...exact, valueTo: 1 }).refused('statistic-range-unfit', 422);
  const revision = await secretariat
    .post(`${path}/revisions`, exact)
    .created({ value: 2587, asOf: '2020-11-27', figure: 'sector.cooperative_groups', revisesId: first.id });
  await secretariat.post(`${path}/revisions`, exact).refused('statistic-revised', 409);
  await secretariat.post(`${path}/voidings`, mistake).refused('statistic-revised', 409);
  const later = await secretariat
    .post('sector-statistics', statistic({ figure: 'sector.cooperative_groups', asOf: '2021-12-31', value: 2700 }))
    .created();
  await inForce('2021-12-30').lists({ id: revision.id, value: 2587 });
  await inForce('2021-12-31').lists({ id: later.id, value: 2700 });
  const ledger = await auditor
    .get('sector-statistics', { figure: 'sector.cooperative_groups', ever: true, sort: 'asOf' })
    .is();
  expect(ledger.items.map(({ value }) => value)).toEqual([2600, 2587, 2700]);
  await member.get(path).is({ value: 2600, revisedById: revision.id });

  await secretariat.post(`sector-statistics/${revision.id}/voidings`, mistake).created();
  await inForce('2021-06-30').lists({ id: first.id, revisedById: null });
  await auditor.get(`${path}/history`).is({ items: [{ action: 'insert' }] });
  await otherAlliance.get(path).unknown();
  await otherAlliance.get(`${path}/history`).unknown();
  await otherAlliance.post(`${path}/revisions`, exact).unknown();
  await otherAlliance.post(`${path}/voidings`, mistake).unknown();
});
