import { expect } from '@jest/globals';
import { entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

story('a figure is one that can be counted', async ({ secretariat, auditor }, { databaseUrl }) => {
  const { id } = await entersOrganization(secretariat);
  const enter = (figure: Json) =>
    secretariat.post(`organizations/${id}/figures`, { items: [{ year: 2020, checked: false, ...figure }] });
  await enter({ measure: 'members', value: -500_000 }).refusedAt('/items/0/value', 'negative');
  await enter({ measure: 'members', value: 5.5 }).refusedAt('/items/0/value', 'not-an-integer');
  for (const measure of ['revenue', 'charter_capital', 'total_capital', 'income_per_worker'])
    await enter({ measure, value: -1 }).refusedAt('/items/0/value', 'negative');
  await enter({ measure: 'members', value: 5, year: 2100 }).refusedAt('/items/0/year', 'in-the-future');
  for (const measure of ['revenue', 'profit'])
    await enter({ measure, value: 1_500_000.5 }).refusedAt('/items/0/value', 'not-an-integer'); // đồng
  await enter({ measure: 'profit', value: -1_500_000 }).created();
  const thisYear = new Date(Date.now() + 7 * 3_600_000).getUTCFullYear();
  await enter({ measure: 'members', value: 5, year: thisYear }).created();

  const { body } = await enter({ measure: 'seasonal_workers', value: 12 }).created();
  const figures = body['figures'] as { id: string; measure: string }[];
  const figure = figures.find(({ measure }) => measure === 'seasonal_workers')?.id;
  const path = `organization-figures/${figure}`;
  await secretariat.correct(path, { producer: 'Ban Chính sách' }).is({ value: 12 });
  await secretariat.correct(path, { value: -12 }).refusedAt('/value', 'negative');
  await secretariat.correct(path, { value: 12_500 }).is();
  const told = (await auditor.get('audit/events', { recordId: figure, format: 'csv' }).is()).text;
  expect(told).toContain('12 → 12.500');
  expect(told).toContain('Năm: 2020'); // a year has no point
  const byHand = (change: string) =>
    rowsOf(
      databaseUrl,
      `update registry.organization_figures set version = version + 1, ${change} where id = '${figure}'`,
    );
  await expect(byHand('value = 5.5')).rejects.toThrow('organization_figures_value_check');
  await expect(byHand('year = 2100')).rejects.toThrow('organization_figures_year_check');
});

story('the secretariat asks who has not reported a year', async ({ secretariat, auditor }) => {
  const { id, body: organization } = await entersOrganization(secretariat);
  const code = String(organization['code']);
  const silent = await entersOrganization(secretariat);
  const items = [{ year: 2020, measure: 'members', value: 12, checked: false }];
  const { body } = await secretariat.post(`organizations/${id}/figures`, { items }).created();
  const missing = async (year: number) => {
    const { items: found } = await auditor.get('organizations', { withoutFiguresOf: year }).is();
    return found.map((organization) => organization['id']).filter((found) => found === id || found === silent.id);
  };
  expect(await missing(2020)).toEqual([silent.id]);
  expect(await missing(2021)).toEqual([id, silent.id]);
  await auditor.get('organizations', { withoutFiguresOf: 2020, asOf: '2019-12-31', code }).lists({ id }); // there was none yet
  await auditor.get('organizations', { withoutFiguresOf: 999_999_999_999_999 }).is();
  await auditor
    .get('organizations', { withoutFiguresOf: 'năm ngoái' })
    .refusedAt('/withoutFiguresOf', 'not-an-integer');

  const [figure] = body['figures'] as { id: string }[];
  await secretariat.post(`organization-figures/${figure?.id}/voidings`, { reason: 'nhập nhầm tổ chức' }).created();
  expect(await missing(2020)).toEqual([id, silent.id]);
});

story('a figure is there from its year on', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat);
  const items = [2019, 2020].map((year) => ({ year, measure: 'members', value: year, checked: true }));
  await secretariat.post(`organizations/${id}/figures`, { items }).created();
  const years = async (asOf: string) =>
    (await auditor.get('organization-figures', { asOf, measure: 'members' }).is()).items
      .filter((figure) => (figure['organization'] as { id: string }).id === id)
      .map(({ year }) => year);
  expect(await years('2018-12-31')).toEqual([]);
  expect(await years('2019-01-01')).toEqual([2019]);
  expect((await years('2020-11-27')).sort()).toEqual([2019, 2020]);
});
