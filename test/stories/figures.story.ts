import { expect } from '@jest/globals';
import { entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

story('a figure is one that can be counted', async ({ secretariat }, { databaseUrl }) => {
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
  const byHand = (change: string) =>
    rowsOf(
      databaseUrl,
      `update registry.organization_figures set version = version + 1, ${change} where id = '${figure}'`,
    );
  await expect(byHand('value = 5.5')).rejects.toThrow('organization_figures_value_check');
  await expect(byHand('year = 2100')).rejects.toThrow('organization_figures_year_check');
});
