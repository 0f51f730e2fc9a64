import { expect } from '@jest/globals';
import { askHost } from '../kit/hosted.js';
import { beginnings } from '../kit/awards.js';
import {
  admission,
  award,
  awardDecision,
  congress,
  decision,
  delegate,
  entersOrganization,
  person,
  position,
} from '../kit/makers.js';
import { prints } from '../kit/printed.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant, programme, teaches } from '../kit/training-makers.js';

story('the secretariat prints the list of members', async ({ secretariat, auditor }, stage) => {
  const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Đường Lâm Thủy Nguyên', on: '2018-03-20' });
  await secretariat.post('memberships', admission(id, { admittedOn: '2019-05-02' })).created();
  const path = `memberships?organizationId=${id}&asOf=2020-11-27&category=official`;
  const { name, pages } = await prints(stage, secretariat, path);
  expect(name).toBe('membership-2020-11-27.pdf');
  expect(pages).toHaveLength(1);
  for (const words of [
    'DANH SÁCH THÀNH VIÊN',
    'Tính đến ngày: 27/11/2020',
    'Loại thành viên: Thành viên chính thức',
    'Hợp tác xã Đường Lâm Thủy Nguyên',
    '02/05/2019',
    'Số dòng: 1',
    'Tổ chức: HTX-000001, Hợp tác xã Đường Lâm Thủy Nguyên',
    'Danh sách thành viên – trang 1/1',
  ]) {
    expect(pages[0]).toContain(words);
  }
  const [event] = (await auditor.get('audit/events', { action: 'export', limit: 1 }).is()).items;
  expect(event).toMatchObject({ detail: { view: 'MembershipView', format: 'pdf' } });
});

story('an instant that was asked for is printed on the clock of Việt Nam', async ({ secretariat }, stage) => {
  const { pages } = await prints(stage, secretariat, 'delegates?entitledAt=2020-11-27T01:30:00.5Z');
  expect(pages[0]).toContain('Đủ tư cách dự lúc: 27/11/2020 08:30:00.5');
});

story('a long list goes over pages, each with its headings', async ({ secretariat }, stage) => {
  const { id } = await entersOrganization(secretariat, { on: '2018-03-20' });
  for (let at = 0; at < 40; at += 1) {
    const { id: holder } = await secretariat.post('people', person()).created();
    await secretariat.post('positions', position(holder, id)).created();
  }
  const { pages } = await prints(stage, secretariat, `positions?organizationId=${id}&manager=true`);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain('Cán bộ quản lý: có');
  for (const [at, page] of pages.entries()) {
    expect(page).toContain('Họ và tên');
    expect(page).toContain(`trang ${at + 1}/${pages.length}`);
  }
});

story('a row that is higher than a page goes over two, and is not left out', async ({ secretariat }, stage) => {
  const { id: organizationId } = await entersOrganization(secretariat, { on: '2018-03-20' });
  const learner = await entersOfficer(secretariat, organizationId);
  const { id: programmeId } = await secretariat.post('training-programmes', programme()).created();
  for (let at = 0; at < 14; at += 1) {
    const name = `Lớp thứ ${at}: ${'quản trị hợp tác xã nông nghiệp '.repeat(7)}`;
    const { id } = await secretariat.post('training-courses', course({ name, programmeId })).created();
    await teaches(secretariat, id, participant(learner, organizationId));
  }
  const path = `training-coverage/managers?trained=true&organizationId=${organizationId}&asOf=2021-12-31`;
  const { pages } = await prints(stage, secretariat, path);
  expect(pages.length).toBeGreaterThan(1);
  const { fullName } = (await secretariat.get(`people/${learner}`).is()).body;
  for (const words of [String(fullName), 'Lớp thứ 13', 'Từ ngày: 01/01/2021', 'Đến ngày: 31/12/2021', 'Số dòng: 1'])
    expect(pages.join(' ')).toContain(words);
});

story('a roll says of which congress it is, and for whom an alternate sits', async ({ secretariat }, stage) => {
  const { id: congressId } = await secretariat.post('congresses', congress({ termName: '2025–2030' })).created();
  const { id: organizationId } = await entersOrganization(secretariat);
  const enters = async (fullName: string) => (await secretariat.post('people', person({ fullName })).created()).id;
  const delegates = [
    delegate(await enters('Đỗ Minh Nam')),
    delegate(await enters('Mai Đức An'), { kind: 'alternate', alternateRank: 1 }),
  ];
  const seats = { officialSeats: 1, alternateSeats: 1, organizationId, delegates };
  const { id: delegationId } = await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const [absent, alternate] = (await secretariat.get('delegates', { delegationId, sort: 'sentBy' }).is()).items;
  await secretariat
    .post(`delegates/${String(absent?.['id'])}/substitutions`, {
      alternateId: alternate?.['id'],
      substitutedAt: '2020-11-26T01:00:00Z',
      ground: 'ốm',
    })
    .created();
  const { name, pages } = await prints(stage, secretariat, `congresses/${congressId}/roll?asOf=2020-11-27`);
  expect(name).toBe('roll-2020-11-27.pdf');
  expect(pages[0]).toMatch(
    /DANH SÁCH ĐẠI BIỂU ĐỦ TƯ CÁCH DỰ ĐẠI HỘI .*Đại hội: lần thứ .*nhiệm kỳ 2025–2030.* 27\/11\/2020/,
  );
  expect(pages[0]).toMatch(/Ký tên 1 Mai Đức An .*Đỗ Minh Nam Số dòng: 1/);
});

story('whoever prints a lot waits in his own queue', async ({ member, secretariat }, stage) => {
  const asked = Array.from({ length: 8 }, () => member.get('awards', { format: 'pdf' }));
  const printing = prints(stage, secretariat, 'awards');
  const replies = await Promise.all(asked);
  const refused = replies.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThanOrEqual(4); // two of his at once
  expect(replies.filter(({ status }) => status === 200).length).toBe(8 - refused.length);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await printing).pages).toHaveLength(1);
});

story('a printed report has words instead of codes, and no addresses', async ({ secretariat, auditor }, stage) => {
  const { id } = await entersOrganization(secretariat, { on: '2018-03-20' });
  await secretariat.post('memberships', admission(id)).created();
  const { name, pages } = await prints(stage, auditor, 'reports/members?asOf=2020-11-27');
  const text = pages.join(' ');
  expect(name).toBe('members-2020-11-27.pdf');
  expect(text).toMatch(
    /^LIÊN MINH HỢP TÁC XÃ VÀ DOANH NGHIỆP THÀNH PHỐ HẢI PHÒNG THÀNH VIÊN THEO LOẠI HÌNH, NGÀNH NGHỀ VÀ ĐỊA BÀN/,
  );
  expect(text).toContain('Hợp tác xã');
  expect(text).not.toMatch(/cooperative|\/api\/|[0-9a-f]{8}-[0-9a-f]{4}-/);
});

story('a year is printed without a point, a page holds what can be read', async (cast, stage) => {
  const { secretariat, auditor } = cast;
  const { body, form, organizationId } = await beginnings(secretariat);
  const items = Array.from({ length: 500 }, (_, at) => award(form, { organizationId, unitName: `Tổ ${at}` }));
  for (let at = 0; at < 4; at += 1) await secretariat.post('award-decisions', awardDecision(body, items)).created();
  const { pages } = await prints(stage, auditor, 'reports/awards?asOf=2020-11-27');
  expect(pages.join(' ')).toMatch(/ 2020\s+2\.?000/);
  const one = awardDecision(body, items.slice(0, 1));
  await secretariat.post('award-decisions', one).created();
  await auditor.get('awards', { issuingBodyId: body, format: 'pdf' }).refusedAt('/format', 'too-many-rows');
});

story('published figures are printed with what the registry counts for them', async (cast, stage) => {
  const { secretariat, auditor } = cast;
  const paper = await secretariat.post('documents', decision({ code: 'BAI-IN', kind: 'article' })).created();
  const figure = { code: 'sector.members', relation: 'gte', value: 200_000.5, asOf: '2018-11-27', rank: 1 };
  await secretariat.post(`documents/${paper.id}/declared-figures`, { items: [figure] }).created();
  const { pages } = await prints(stage, auditor, 'reports/reconciliation?documentCode=BAI-IN');
  const { headers } = await auditor.get('reports/reconciliation', { documentCode: 'BAI-IN', format: 'csv' }).is();
  expect(headers.get('content-disposition')).toBe('attachment; filename="reconciliation-BAI-IN.csv"');
  await secretariat.post('documents', decision({ code: '12/QĐ-LMHTX "bis"' })).created();
  const another = await auditor
    .get('reports/reconciliation', { documentCode: '12/QĐ-LMHTX "bis"', format: 'csv' })
    .is();
  expect(another.headers.get('content-disposition')).toBe('attachment; filename="reconciliation-12-QD-LMHTX-bis-.csv"');
  for (const words of ['Thành viên của HTX, liên hiệp HTX', '200.000,5', 'Chưa có trong sổ', '27/11/2018'])
    expect(pages[0]).toContain(words);
  const columns = await askHost<Record<string, number>>(`
    const { columnsOf } = await built('platform/reading/report-shape.ts');
    const reports = ['awards', 'delegations', 'members', 'reconciliation', 'targets', 'term-summary', 'training-coverage'];
    const found = await Promise.all(reports.map((name) => built('reports/' + name + '.report.ts')));
    const all = found.flatMap((file) => Object.values(file)).filter((one) => one?.columns && one.sql);
    return Object.fromEntries(all.map((report) => [report.name, columnsOf(report, true).length]));`);
  expect(Object.keys(columns).length).toBeGreaterThanOrEqual(7);
  expect(Math.max(...Object.values(columns))).toBeLessThan(14); // beyond, the last one leaves the page
});

story('a list with too many columns for a page is not printed', async ({ auditor }) => {
  await auditor.get('audit/events', { format: 'pdf' }).refusedAt('/format', 'not-in-list');
});

story('every column of a printed list is a field of it', async () => {
  const columns = await askHost<Record<string, number>>(`
    const { printedShapesOf } = await built('platform/reading/list-shapes.ts');
    const { allReadModels } = await built('platform/reading/read-model.ts');
    const { Act } = await built('platform/rights/act.ts');
    return Object.fromEntries(allReadModels().filter(({ files }) => files.includes('pdf'))
      .map((model) => [model.name, printedShapesOf(model, Act.system('test')).length]));`);
  expect(Object.keys(columns)).toEqual(
    expect.arrayContaining(['MembershipView', 'DelegateView', 'AwardView', 'TrainingParticipationView']),
  );
  expect(Math.max(...Object.values(columns))).toBeLessThan(10);
});
