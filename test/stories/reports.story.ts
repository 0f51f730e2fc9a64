import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { admission, admits, congress, decision, entersOrganization } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { allSigned, momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { statistic } from '../kit/target-makers.js';

story(
  'a published figure is matched, short or over, and its link opens just its rows',
  async ({ secretariat, auditor, otherAlliance }) => {
    const asOf = '2020-11-27';
    for (let i = 0; i < 3; i += 1) await admits(secretariat);
    const paper = await secretariat.post('documents', decision({ code: 'BAI-1', kind: 'article' })).created();
    const figure = (code: string, value: number, more: object = {}) => ({
      code,
      relation: 'eq',
      value,
      asOf,
      rank: 1,
      ...more,
    });
    await secretariat
      .post(`documents/${paper.id}/declared-figures`, {
        items: [
          figure('members.represented', 3),
          figure('sector.cooperatives', 400),
          figure('sector.founded', 1),
          figure('congress.ordinal', 6),
        ],
      })
      .created();
    const { body } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-1' }).is();
    const rows = body['rows'] as { code: string; state: string; rows: string | null; rowCount: number | null }[];
    expect(rows.map(({ code, state }) => [code, state])).toEqual(
      expect.arrayContaining([
        ['members.represented', 'matched'],
        ['sector.cooperatives', 'short'],
        ['sector.founded', 'over'],
        ['congress.ordinal', 'not_recorded'],
      ]),
    );
    for (const { rows: link, rowCount } of rows) {
      if (link) await auditor.get(`${link}&total=true`).is({ total: rowCount });
    }
    await otherAlliance.get('reports/reconciliation', { documentCode: 'BAI-1' }).refused('unknown-record', 404);
    await secretariat.post('documents', decision({ code: 'QD-KHONG-SO-LIEU' })).created();
    await auditor.get('reports/reconciliation', { documentCode: 'QD-KHONG-SO-LIEU' }).is({ rows: [] });
    await auditor.get('reports/reconciliation', { documentCode: 'KHONG-CO' }).refused('unknown-record', 404);
    await auditor.get('reports/reconciliation').refusedAt('/documentCode', 'required');
    const { body: refusal } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-1', asOf: 'x' });
    expect(refusal['errors']).toHaveLength(1);
  },
);

story('a figure asked of another day goes on to be that of its own years', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat, { on: '2015-05-05' });
  for (const [year, members] of [
    [2017, 70],
    [2018, 80],
  ] as const) {
    const items = [{ year, measure: 'members', value: members, checked: true }];
    await secretariat.post(`organizations/${id}/figures`, { items }).created();
  }
  const paper = await secretariat.post('documents', decision({ code: 'BAI-2018', kind: 'article' })).created();
  const figure = (asOf: string, value: number) => ({ code: 'sector.members', relation: 'eq', value, asOf, rank: 1 });
  const founded = { ...figure('2017-12-31', 1), code: 'sector.founded', relation: 'gte' };
  const items = [figure('2017-12-31', 70), figure('2018-12-31', 80), founded];
  await secretariat.post(`documents/${paper.id}/declared-figures`, { items }).created();
  const compared = async (asOf?: string) => {
    const { body } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-2018', ...(asOf && { asOf }) });
    return (body['rows'] as Json[]).map((row) => [row['code'], row['asOf'], row['recorded'], row['state']]);
  };
  const then = await compared();
  expect(then).toEqual([
    ['sector.founded', '2017-12-31', null, 'not_recorded'], // of how many years it is, nothing says
    ['sector.members', '2017-12-31', 70, 'matched'],
    ['sector.members', '2018-12-31', 80, 'matched'],
  ]);
  expect(await compared('2022-12-31')).toEqual(then.map(([code, , ...rows]) => [code, '2022-12-31', ...rows]));
});

story('a figure is compared with the rows of the alliance that declares it, not of those below', async (cast) => {
  const { administrator, anonymous, secretariat, auditor } = cast;
  const asOf = '2023-11-27';
  const parentId = await ownAlliance(secretariat);
  const { clerk } = await foundsBelow(administrator, anonymous, parentId, 'HP-KA');
  await secretariat.post('congresses', congress({ ordinal: 61, startsOn: asOf, endsOn: asOf })).created();
  await clerk.post('congresses', congress({ ordinal: 62, startsOn: asOf, endsOn: asOf })).created();
  const { items } = await auditor.get('memberships', { asOf, allianceId: parentId, limit: 200 }).is();
  await admits(clerk, { admittedOn: '2021-01-01' });
  const paper = await secretariat.post('documents', decision({ code: 'BAI-2023', kind: 'article', issuedOn: asOf }));
  const figure = (code: string, value: number) => ({ code, relation: 'eq', value, asOf, rank: 1 });
  const figures = [figure('congress.ordinal', 61), figure('members.represented', items.length)];
  await secretariat.post(`documents/${paper.id}/declared-figures`, { items: figures }).created();
  const { body } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-2023' }).is();
  for (const { rows: link, ...row } of body['rows'] as { rows: string; rowCount: number }[]) {
    expect(row).toMatchObject({ state: 'matched' });
    await auditor.get(`${link}&total=true`).is({ total: row.rowCount });
  }
});

story('a figure is compared with the rows of its own year', async ({ secretariat, auditor }) => {
  const asOf = '2025-11-27';
  const { body: held } = await secretariat
    .post('congresses', congress({ startsOn: asOf, motto: 'Đoàn kết, đổi mới' }))
    .created();
  const { id } = await entersOrganization(secretariat, { on: '2024-01-01' });
  const ofYear = (year: number, value: number) => ({ year, measure: 'members', value, checked: true });
  const figures = { items: [ofYear(2020, 900), ofYear(2025, 1200)] };
  await secretariat.post(`organizations/${id}/figures`, figures).created();
  const paper = await secretariat.post('documents', decision({ code: 'BAI-2025', kind: 'article', issuedOn: asOf }));
  const groups = { figure: 'sector.cooperative_groups', asOf, relation: 'between', value: 2600, valueTo: 2800 };
  await secretariat.post('sector-statistics', statistic(groups)).created();
  const figure = (code: string, value: number) => ({ code, relation: 'eq', value, asOf, rank: 1 });
  const items = [
    figure('sector.cooperative_groups', 2750),
    { ...figure('congress.motto', 0), value: null, wording: 'ĐOÀN KẾT, ĐỔI MỚI' },
    figure('congress.ordinal', held['ordinal'] as number),
    figure('sector.members', 1200),
    figure('sector.founded', 1),
    figure('awards.collective', 10),
  ];
  await secretariat.post(`documents/${paper.id}/declared-figures`, { items }).created();
  const { body } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-2025' }).is();
  const states = (body['rows'] as { code: string; state: string }[]).map(({ code, state }) => [code, state]);
  expect(Object.fromEntries(states)).toEqual({
    'sector.cooperative_groups': 'matched',
    'congress.motto': 'matched',
    'congress.ordinal': 'matched',
    'sector.members': 'matched',
    'sector.founded': 'not_recorded',
    'awards.collective': 'not_recorded',
  });
});

story(
  'members are counted by kind, sector and place; a file is safe in a spreadsheet',
  async ({ secretariat, auditor }) => {
    const bare = await entersOrganization(secretariat, { sector: null });
    await admits(secretariat, { admittedOn: '2020-03-01', organizationId: bare.id });
    await admits(secretariat, { admittedOn: '2020-03-01' });
    const { body } = await auditor.get('reports/members', { asOf: '2020-11-27' }).is();
    const rows = body['rows'] as {
      sector: string | null;
      placeId: string | null;
      members: number;
      memberRows: string;
    }[];
    expect(rows).toContainEqual(expect.objectContaining({ sector: null, placeId: null }));
    for (const { members, memberRows } of rows) await auditor.get(`${memberRows}&total=true`).is({ total: members });
    expect(body['members']).toBe(rows.reduce((sum, { members }) => sum + members, 0));
    const file = await auditor.get('reports/members', { asOf: '2020-11-27', format: 'csv' }).is();
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(file.text).toContain('Loại hình,Ngành nghề,Mã địa bàn,Địa bàn,Thành viên');
    expect(file.text).toContain('\nHợp tác xã,');
    expect(file.text).not.toMatch(/^cooperative,/m);
  },
);

story('a member is counted in the unit of the day: a district before the reform, a commune since', async (cast) => {
  const { secretariat, auditor } = cast;
  const place = async (query: Record<string, string>) => (await auditor.get('places', { limit: 1, ...query })).items[0];
  const old = await place({ q: 'quan hong bang', level: 'district', asOf: '2020-01-01' });
  const ward = await place({ parentId: String(old?.['id']), asOf: '2020-01-01' });
  const [today] = (ward?.['successors'] ?? []) as { id: string; fullName: string }[];
  const seat = { placeId: String(ward?.['id']), validFrom: '2019-01-01' };
  const { id } = await entersOrganization(secretariat, { kind: 'peoples_credit_fund', addresses: [seat] });
  const member = await secretariat.post('memberships', admission(id)).created();
  const nowhere = await admits(secretariat, {}, { kind: 'peoples_credit_fund' });
  const counted = async (asOf: string) => {
    const { body } = await auditor.get('reports/members', { asOf }).is();
    const rows = body['rows'] as { kind: string; placeId: string; place: string; memberRows: string }[];
    const funds = rows.filter(({ kind }) => kind === 'peoples_credit_fund');
    const [row, unknown] = [true, false].map((known) => funds.find(({ placeId }) => (placeId !== null) === known));
    await auditor.get(String(row?.memberRows)).lists({ id: member.id });
    await auditor.get(String(unknown?.memberRows)).lists({ id: nowhere.id });
    await auditor.get('memberships', { placeId: String(row?.placeId), asOf }).lists({ id: member.id });
    return row?.place;
  };
  expect(await counted('2025-06-30')).toBe('Quận Hồng Bàng');
  expect(await counted('2025-07-01')).toBe(today?.fullName);
});

story('a pinned report stays the same while others correct', async ({ secretariat, auditor }, { databaseUrl }) => {
  const memberships = await Promise.all(Array.from({ length: 10 }, () => admits(secretariat)));
  const knownAt = await momentOfNow(databaseUrl);
  const pinned = () => auditor.get('reports/members', { asOf: '2020-11-27', knownAt });
  const before = await pinned().is();
  await Promise.all(
    memberships.map(async ({ id }) => {
      for (let day = 1; day <= 20; day += 1) {
        await secretariat.correct(`memberships/${id}`, { admittedOn: `2021-01-${String(day).padStart(2, '0')}` }).is();
      }
    }),
  );
  expect((await pinned().is()).text).toBe(before.text);
  await allSigned(databaseUrl);
  expect((await pinned().is()).text).toBe(before.text);
  expect((await auditor.get('reports/members', { asOf: '2020-11-27' }).is()).text).not.toBe(before.text);
  const [first] = memberships;
  await auditor.get(`memberships/${first?.id}`, { knownAt }).is({ admittedOn: '2018-05-11' });
  await auditor.get(`memberships/${first?.id}`).is({ admittedOn: '2021-01-20' });
  await auditor.get('memberships', { knownAt: '2090-01-01T00:00:00Z' }).refusedAt('/knownAt', 'in-the-future');
});

story('an admission by a decision shows the decision', async ({ secretariat, auditor }) => {
  const paper = await secretariat.post('documents', decision({ code: 'QD-KN' })).created();
  const { id } = await entersOrganization(secretariat);
  const entry = admission(id, { admittedByDocumentId: paper.id, sourceDocumentId: paper.id });
  const member = await secretariat.post('memberships', entry).created({ admittedBy: { code: 'QD-KN' } });
  await auditor.get(`memberships/${member.id}/history`).is({ items: [{ sourceDocumentId: paper.id }] });
});
