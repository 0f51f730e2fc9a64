import { expect } from '@jest/globals';
import type { Client, Query } from '../kit/client.js';
import {
  award,
  awardDecision,
  decision,
  entersIssuingBody,
  entersOrganization,
  formOf,
  person,
} from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';

interface Cell {
  issuingBodyId: string;
  formCode: string;
  recipientKind: string;
  year: number;
  awards: number;
  rows: string;
}

/** The cells of the report, each walked through its link: the list has just as many awards. */
async function walks(by: Client, query: Query): Promise<Cell[]> {
  const { body } = await by.get('reports/awards', query).is({ report: 'awards', ...query });
  const cells = body['rows'] as Cell[];
  for (const { rows, awards } of cells) await by.get(`${rows}&total=true`).is({ total: awards });
  return cells;
}

/** A body's decisions of two years to collectives and an individual, by two forms. @returns ids of body and awards */
async function twoYears(by: Client): Promise<{ body: string; ids: string[] }> {
  const body = await entersIssuingBody(by);
  const forms = [await formOf(by, 'bk_bn'), await formOf(by, 'gk')] as const;
  const { id: organizationId } = await entersOrganization(by);
  const { id: personId } = await by.post('people', person()).created();
  const collective = award(forms[0], { organizationId });
  const individual = award(forms[1], { recipientKind: 'individual', personId });
  const ids: string[] = [];
  const years: [string, Json[]][] = [
    ['2019-12-31', [collective, collective, individual]],
    ['2020-01-01', [collective, individual]],
  ];
  for (const [decidedOn, items] of years) {
    const { body: entered } = await by.post('award-decisions', awardDecision(body, items, { decidedOn })).created();
    ids.push(...(entered['awards'] as { id: string }[]).map(({ id }) => id));
  }
  return { body, ids };
}

story(
  'every cell opens just its awards, on any day and as it was known',
  async ({ secretariat, auditor }, { databaseUrl }) => {
    const { body, ids } = await twoYears(secretariat);
    const of = (cells: readonly Cell[]) =>
      cells
        .filter(({ issuingBodyId }) => issuingBodyId === body)
        .map(({ formCode, recipientKind, year, awards }) => [formCode, recipientKind, year, awards]);
    expect(of(await walks(auditor, { asOf: '2020-11-27' }))).toEqual([
      ['bk_bn', 'collective', 2019, 2],
      ['bk_bn', 'collective', 2020, 1],
      ['gk', 'individual', 2019, 1],
      ['gk', 'individual', 2020, 1],
    ]);
    expect(of(await walks(auditor, { asOf: '2019-12-31' }))).toHaveLength(2);
    expect(of(await walks(auditor, { asOf: '2019-12-30' }))).toEqual([]);
    const knownAt = await momentOfNow(databaseUrl);
    await secretariat
      .post(`awards/${ids[0]}/revocations`, { ground: 'later_finding', decidedOn: '2020-06-01' })
      .created();
    await secretariat.post(`awards/${ids[2]}/voidings`, { reason: 'nhập nhầm' }).created();
    expect(of(await walks(auditor, { asOf: '2020-05-31' }))[0]).toEqual(['bk_bn', 'collective', 2019, 2]);
    expect(of(await walks(auditor, { asOf: '2020-11-27' }))).toEqual([
      ['bk_bn', 'collective', 2019, 1],
      ['bk_bn', 'collective', 2020, 1],
      ['gk', 'individual', 2020, 1],
    ]);
    expect(of(await walks(auditor, { asOf: '2020-11-27', knownAt }))).toHaveLength(4);
  },
);

story('the report goes by the name of the body as Vietnamese lists do, then by form', async (cast) => {
  const { secretariat, auditor } = cast;
  const { id: organizationId } = await entersOrganization(secretariat);
  const bodies = ['Ủy ban An Lão', 'Ủy ban Ân Thi', 'Ủy ban Đồ Sơn'];
  for (const [at, name] of bodies.entries()) {
    const body = await entersIssuingBody(secretariat, { names: [{ name, validFrom: '1994-01-01' }] });
    for (const code of at === 0 ? ['gk', 'co_bn'] : ['bk_bn']) {
      const items = [award(await formOf(secretariat, code), { organizationId })];
      await secretariat.post('award-decisions', awardDecision(body, items)).created();
    }
  }
  const { body } = await auditor.get('reports/awards', { asOf: '2020-11-27' }).is();
  const cells = body['rows'] as { issuingBody: string; formCode: string }[];
  expect(
    cells.filter(({ issuingBody }) => bodies.includes(issuingBody)).map((cell) => [cell.issuingBody, cell.formCode]),
  ).toEqual([
    ['Ủy ban An Lão', 'co_bn'],
    ['Ủy ban An Lão', 'gk'],
    ['Ủy ban Ân Thi', 'bk_bn'],
    ['Ủy ban Đồ Sơn', 'bk_bn'],
  ]);
});

story(
  'the report is a file too, of one’s own alliance only',
  async ({ secretariat, auditor, otherAlliance, member }) => {
    const { body } = await twoYears(secretariat);
    const file = await auditor.get('reports/awards', { format: 'csv' }).is();
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain('Cơ quan ban hành');
    const others = await otherAlliance.get('reports/awards').is();
    expect(others.text).not.toContain(body);
    await member.get('reports/awards').forbidden();
    await auditor.get('reports/awards', { year: 2020 }).refusedAt('/year', 'unknown-parameter');
  },
);

story('what the article says of awards is compared with the awards', async ({ secretariat, auditor }) => {
  const movement = 'Thi đua xây dựng và phát triển kinh tế tập thể 2017–2020';
  const [form, title] = [await formOf(secretariat, 'bk_bn'), await formOf(secretariat, 'gk')];
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id: personId } = await secretariat.post('people', person()).created();
  for (const level of ['province', 'alliance_national', 'department']) {
    const items = [
      award(form, { organizationId, movement: movement.replace('–', '-') }), // as a keyboard has it
      award(form, { recipientKind: 'individual', personId, movement }),
      award(form, { organizationId }),
      // Of the movement, but no bằng khen: the article counts those alone by who gave them.
      award(title, { organizationId, movement }),
      award(title, { recipientKind: 'individual', personId, movement }),
    ];
    const body = await entersIssuingBody(secretariat, { level });
    await secretariat.post('award-decisions', awardDecision(body, items)).created();
  }
  const declared = {
    'awards.collective': 6,
    'awards.individual': 6,
    'awards.city.collective': 1,
    'awards.city.individual': 1,
    'awards.vca.collective': 1,
    'awards.vca.individual': 1,
  };
  const paper = await secretariat.post('documents', decision({ code: 'BAI-KT', kind: 'article' })).created();
  const items = Object.entries(declared).map(([code, value], i) => ({
    code,
    relation: 'eq',
    value,
    asOf: '2020-11-27',
    rank: i + 1,
  }));
  await secretariat.post(`documents/${paper.id}/declared-figures`, { items }).created();
  const { body } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-KT' }).is();
  for (const { code, state, rows, rowCount } of body['rows'] as Record<string, string>[]) {
    expect([code, state]).toEqual([code, 'matched']);
    await auditor.get(`${rows}&total=true`).is({ total: rowCount });
  }
});
