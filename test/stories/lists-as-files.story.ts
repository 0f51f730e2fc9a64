import { expect } from '@jest/globals';
import { parse } from 'node:path';
import type { Client } from '../kit/client.js';
import { downloads, workbook } from '../kit/downloads.js';
import { askHost } from '../kit/hosted.js';
import { admission, entersOrganization, person } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { committedDocument } from '../rights/document.js';

/** A comma with an even number of quotation marks behind it. */
const BETWEEN_CELLS = /,(?=(?:[^"]*"[^"]*")*[^"]*$)/;

/** The lines of a file, a record of heading and cell each. */
function linesOf(text: string): Readonly<Record<string, string>>[] {
  const [head = '', ...lines] = text
    .replace(/^\ufeff/, '')
    .trim()
    .split('\n');
  const cellsOf = (line: string) => line.split(BETWEEN_CELLS).map((cell) => cell.replace(/^"|"$/g, ''));
  const headings = cellsOf(head);
  return lines.map((line) => Object.fromEntries(cellsOf(line).map((cell, at) => [headings[at] ?? '', cell])));
}

story('members are taken home as text, under our name (ASVS 3.2.1, 5.4.1, 5.4.2)', async ({ secretariat, auditor }) => {
  const organization = await entersOrganization(secretariat, { name: '=Hợp tác xã Đồng Dương', on: '2018-03-20' });
  const entry = admission(organization.id, { admittedOn: '2019-05-02' });
  const membership = await secretariat.post('memberships', entry).created();
  const query = { organizationId: organization.id, asOf: '2020-11-27' };
  const file = await secretariat.get('memberships', { ...query, format: 'csv' }).is();
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="membership-2020-11-27.csv"');
  const csv = { organizationId: organization.id, format: 'csv' };
  await secretariat.get('memberships', { ...csv, filename: 'x.html' }).refusedAt('/filename', 'unknown-parameter');
  await secretariat.get('memberships', { ...csv, asOf: 'x"; filename="x.html' }).refusedAt('/asOf', 'not-a-day');
  expect(linesOf(file.text)).toEqual([
    expect.objectContaining({
      'Mã bản ghi': membership.id,
      'Ngày kết nạp': '02/05/2019',
      'Tình trạng thành viên': 'Thành viên',
      'Tổ chức – Tên': "'=Hợp tác xã Đồng Dương", // no formula
    }),
  ]);
  const [event] = (await auditor.get('audit/events', { action: 'export', limit: 1 }).is()).items;
  expect(event).toMatchObject({
    requestId: file.headers.get('x-request-id'),
    detail: { view: 'MembershipView', format: 'csv', asked: { asOf: '2020-11-27', organizationId: [organization.id] } },
  });
});

story(
  'a file of text says at its start that it is UTF-8, and its rows are in the words of lists',
  async (cast, stage) => {
    const { secretariat } = cast;
    const { bytes } = await downloads(stage, secretariat, 'organizations?format=csv', 'text/csv; charset=utf-8');
    expect([...new Uint8Array(bytes).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const figures = [
      { year: 2019, measure: 'members', value: 640, checked: true },
      { year: 2020, measure: 'members', value: 650, producer: 'Ban Chính sách', checked: false },
    ];
    const { id } = await entersOrganization(secretariat, { name: 'Hợp tác xã Số Liệu' });
    await secretariat.post(`organizations/${id}/figures`, { items: figures }).created();
    const { text } = await secretariat.get('organizations', { q: 'so lieu', format: 'csv' }).is();
    expect(text).toMatch(/"2019, ([^,;]+), 640, [^,;]+; 2020, \1, 650, Ban Chính sách/);
  },
);

story('an instant stands in a spreadsheet on the clock of Việt Nam', async ({ secretariat, auditor }, stage) => {
  const { id } = await entersOrganization(secretariat);
  const { sheets } = await workbook(stage, auditor, `audit/events?recordId=${id}`);
  const [, [headings = [], row = []] = []] = sheets;
  const at = row[headings.findIndex((heading) => heading === 'Thời điểm')] as unknown as Date;
  const [event] = (await auditor.get('audit/events', { recordId: id }).is()).items;
  const inVietNam = Date.parse(String(event?.['at'])) + 7 * 3_600_000;
  expect(Math.abs(at.getTime() - inVietNam)).toBeLessThan(60_000);
});

story('no spreadsheet computes what a name says, wherever it parts the cells', async ({ secretariat, auditor }) => {
  for (const name of ['Tổ;=1+1;', 'Tổ;"=1+1;', '=1', '＝1+1'])
    await entersOrganization(secretariat, { name, on: '2018-03-20' });
  const { text } = await auditor.get('organizations', { format: 'csv', asOf: '2020-11-27' }).is();
  for (const harmless of [',"Tổ;\'=1+1;",', ',"Tổ;\'""=1+1;",', ",'=1,", ",'＝1+1,"]) expect(text).toContain(harmless);
});

story('the seats of an organisation share a cell, each with its line, its place and its first day', async (cast) => {
  const { secretariat, auditor } = cast;
  const [ward] = (await auditor.get('places', { level: 'commune', asOf: '2020-11-27', limit: 1 }).is()).items;
  const addresses = [{ placeId: ward?.['id'], line: 'Thôn 3', validFrom: '2018-03-20' }];
  await entersOrganization(secretariat, { name: 'Hợp tác xã Đằng Hải', on: '2018-03-20', addresses });
  const { text } = await auditor.get('organizations', { q: 'dang hai', format: 'csv' }).is();
  expect(text).toContain(`"Thôn 3, ${String(ward?.['fullName'])}, từ ngày 20/03/2018"`);
});

story('a spreadsheet says what it is, and has texts, days and numbers as such (ASVS 1.2.1)', async (cast, stage) => {
  const called = 'Hợp tác xã Cát Hải </t>&amp;<c t="str">';
  const organization = await entersOrganization(cast.secretariat, { name: called, on: '2018-03-20' });
  const path = `organizations?q=${encodeURIComponent('Cát Hải')}&asOf=2020-11-27`;
  const { name, sheets } = await workbook(stage, cast.secretariat, path);
  expect(parse(name)).toMatchObject({ name: 'organization-2020-11-27', ext: '.xlsx' });
  const [about = [], [headings = [], row = [], ...more] = []] = sheets;
  expect(about[0]?.[0]).toBe('Tổ chức');
  expect(Object.fromEntries(about.slice(1))).toMatchObject({
    'Tính đến ngày': '27/11/2020',
    'Từ khóa tìm': 'Cát Hải',
    'Người xuất': expect.any(String),
    'Mã yêu cầu': expect.stringMatching(/\S/),
    'Số dòng': 1,
  });
  expect(more).toEqual([]);
  const cells = Object.fromEntries(headings.map((heading, at) => [heading, row[at]]));
  expect(cells).toMatchObject({
    'Mã bản ghi': organization.id,
    Tên: called,
    'Ngày thành lập': new Date('2018-03-20'),
    'Loại hình tổ chức': 'Hợp tác xã',
  });
});

story('a report is a spreadsheet too', async ({ auditor }, stage) => {
  const { name, sheets } = await workbook(stage, auditor, 'reports/members?asOf=2020-11-27');
  expect(name).toBe('members-2020-11-27.xlsx');
  expect(sheets[0]?.[0]?.[0]).toBe('Thành viên theo loại hình, ngành nghề và địa bàn');
  expect(sheets[1]?.[0]).toContain('Thành viên');
});

story(
  'a file says what happened in words, and a filter that no event has is told',
  async ({ secretariat, auditor }) => {
    const organization = await entersOrganization(secretariat, { name: 'Hợp tác xã Tràng Cát', on: '2018-03-20' });
    const { id } = await secretariat.post('memberships', admission(organization.id)).created();
    await secretariat.post(`memberships/${id}/exits`, { kind: 'withdrawn', endedOn: '2021-07-01' }).created();
    const path = `organizations/${organization.id}/timeline`;
    const lines = linesOf((await auditor.get(path, { format: 'csv' }).is()).text);
    expect(lines.map((line) => line['Sự kiện'])).toEqual([
      'Thành lập',
      'Mang tên',
      'Tình trạng hoạt động',
      'Kết nạp',
      'Ra khỏi Liên minh',
    ]);
    expect(lines[2]).toMatchObject({ 'Tình trạng': 'Đang hoạt động' });
    expect(lines[4]).toMatchObject({ 'Ra khỏi Liên minh': 'Tự nguyện xin ra' });
    await auditor.get(path, { event: 'admited' }).refusedAt('/event', 'not-in-list');

    const audited = linesOf((await auditor.get('audit/events', { recordId: id, format: 'csv' }).is()).text);
    expect(audited.map((line) => line['Việc đã làm'])).toEqual(['Sửa', 'Thêm']);
    expect(audited.map((line) => line['Sổ'])).toEqual(['Tư cách thành viên', 'Tư cách thành viên']);
    expect(audited[0]?.['Thay đổi']).toBe('Ngày chấm dứt tư cách thành viên: 01/07/2021');
    expect(audited[1]?.['Thay đổi']).toContain('Loại thành viên: Thành viên chính thức; ');
    const course = { name: '2021-05-10T08:00:00 khai giảng', startsOn: '2021-05-10', endsOn: '2021-05-14' };
    const taught = await secretariat.post('training-courses', course).created();
    const [entered] = linesOf(
      (await auditor.get(`training-courses/${taught.id}/history`, { format: 'csv' }).is()).text,
    );
    expect(entered?.['Thay đổi']).toMatch(/: 2021-05-10T08:00:00 khai giảng;.*: 10\/05\/2021/);
    await auditor.get('audit/events', { action: 'inserted' }).refusedAt('/action', 'not-in-list');
    await auditor.get('audit/events', { table: 'membership' }).refusedAt('/table', 'not-in-list');
  },
);

story('a file is the whole list, or it is refused with what is allowed', async ({ secretariat }) => {
  const places = (query: Json) => secretariat.get('places', { format: 'csv', ...query } as Record<string, string>);
  await places({ limit: '10' }).refusedAt('/limit', 'not-with-a-file');
  await places({ ever: 'true' }).refusedAt('/format', 'too-many-rows');
  await places({ format: 'pdf' }).refusedAt('/format', 'not-in-list');
  const since = { asOf: '2025-07-01' };
  const provinces = linesOf((await places({ level: 'province', ...since }).is()).text);
  expect(provinces).toHaveLength(34);
  expect(provinces[0]).toHaveProperty('Tên đầy đủ');
  expect(linesOf((await places({ level: 'commune', ...since }).is()).text)).toHaveLength(3_321);
});

story('a name stands in columns of its own, as lists of people are kept', async ({ secretariat }) => {
  const { id } = await secretariat.post('people', person({ fullName: 'Đào Thị Minh Hạnh' })).created();
  const lines = linesOf((await secretariat.get('people', { q: 'dao thi minh hanh', format: 'csv' }).is()).text);
  const parts = { 'Họ và tên': 'Đào Thị Minh Hạnh', Họ: 'Đào', 'Tên đệm': 'Thị Minh', Tên: 'Hạnh' };
  expect(lines.find((line) => line['Mã bản ghi'] === id)).toMatchObject(parts);
});

story('a file shows nobody more than the list does', async (cast, stage) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  const { id } = await secretariat.post('people', person({ phone: '+84912345671' })).created();
  const phoneFor = async (by: Client) => {
    const lines = linesOf((await by.get('people', { format: 'csv' }).is()).text);
    return lines.find((line) => line['Mã bản ghi'] === id)?.['Điện thoại'];
  };
  expect(await phoneFor(secretariat)).toBe('+84912345671');
  expect(await phoneFor(auditor)).toBeUndefined();
  expect(await phoneFor(member)).toBeUndefined();
  expect(await phoneFor(otherAlliance)).toBeUndefined();
  const seen = await auditor.get('audit/events', { seen: id, action: 'export' }).is();
  expect(seen.items).toHaveLength(1);
  const { sheets } = await workbook(stage, auditor, 'people');
  expect(sheets[0]).toContainEqual(['Dữ liệu cá nhân', 'không thuộc quyền xem']);
});

story(
  'a file of a moment stays the same, whatever is corrected later',
  async ({ secretariat, auditor }, { databaseUrl }) => {
    const organization = await entersOrganization(secretariat);
    const { id } = await secretariat.post('memberships', admission(organization.id)).created();
    const knownAt = await momentOfNow(databaseUrl);
    const pinned = async () => (await auditor.get('memberships', { format: 'csv', knownAt }).is()).text;
    const before = await pinned();
    expect(before).toContain(id);
    await secretariat.correct(`memberships/${id}`, { admittedOn: '2019-09-09' }).is();
    expect(await pinned()).toBe(before);
  },
);

story('a header asks for a file where it prefers one to JSON', async ({ auditor }) => {
  const typeFor = async (accept: string) => {
    const { headers } = await auditor.get('memberships', {}, { Accept: accept }).is();
    return headers.get('content-type')?.split(';')[0];
  };
  expect(await typeFor('text/csv')).toBe('text/csv');
  expect(await typeFor('text/csv, application/json;q=0.9')).toBe('text/csv');
  for (const accept of ['text/csv;q=0.1, application/json;q=0.9', 'text/csv;q=0, application/json', '*/*', 'image/png'])
    expect(await typeFor(accept)).toBe('application/json');
});

story('every list, and every field of it, has a Vietnamese heading', async () => {
  const { lists } = await askHost<{ lists: Record<string, string> }>(`
    const { headings } = await built('platform/files/headings.ts');
    return headings();`);
  const pages = Object.keys(committedDocument().components['schemas'] ?? {}).filter((name) => name.endsWith('Page'));
  const unnamed = pages.map((name) => name.slice(0, -'Page'.length)).filter((name) => !(name in lists));
  expect({ 'data/headings.json, lists': unnamed }).toEqual({ 'data/headings.json, lists': [] });

  const { missing, declared } = await askHost<{ missing: string[]; declared: string[] }>(`
    const { headings } = await built('platform/files/headings.ts');
    const { headingOf } = await built('platform/reading/heading.ts');
    const { allReadModels } = await built('platform/reading/read-model.ts');
    const { termOf } = await built('platform/records/record.ts');
    const { fields } = headings();
    const within = (model) => [model, ...Object.values(model.fields).flatMap((field) => 'nested' in field ? within(field.model) : [])];
    const models = [...new Set(allReadModels().flatMap(within))];
    const named = models.flatMap((model) => Object.keys(model.fields).map((name) => ({ model, name })));
    const parts = named.flatMap(({ model, name }) =>
      Object.keys(model.fields[name].schema?.properties ?? {}).map((part) => name + '.' + part));
    const term = ({ model, name }) => termOf(model.from.split(' ')[0], name);
    return {
      missing: [...named.filter(({ model, name }) => headingOf(model, name) === name).map(({ name }) => name),
        ...parts.filter((part) => !(part in fields))],
      declared: Object.keys(fields).filter((key) => {
        const same = named.filter(({ model, name }) => key === name || key === model.name + '.' + name);
        return same.length > 0 && same.every((field) => term(field)?.toLowerCase() === fields[key].toLowerCase());
      }),
    };`);
  expect({ 'data/headings.json, fields': missing }).toEqual({ 'data/headings.json, fields': [] });
  expect({ 'a term that its record declares': declared }).toEqual({ 'a term that its record declares': [] });
});

story('what a file was asked for is said in Vietnamese', async () => {
  const missing = await askHost<string[]>(`
    const { askedWord } = await built('platform/files/asked-words.ts');
    const { allReadModels } = await built('platform/reading/read-model.ts');
    const { headingOf } = await built('platform/reading/heading.ts');
    const { parametersOf } = await built('platform/reading/query.ts');
    const ofPages = ['limit', 'cursor', 'total', 'sort', 'format'];
    const unsaid = (model) => parametersOf(model).filter((name) =>
      !ofPages.includes(name) && askedWord(name, (field) => headingOf(model, field)) === name);
    const ofReports = ['from', 'to', 'termId', 'documentCode'].filter((name) => askedWord(name) === name);
    return [...new Set([...allReadModels().flatMap(unsaid), ...ofReports])];`);
  expect(missing).toEqual([]);
});

story('a founding of which only the year or the month is known is shown as no day', async (cast, stage) => {
  const { secretariat } = cast;
  for (const foundedPrecision of ['year', 'month', 'day']) {
    const name = `Hợp tác xã Cồn Đen ${foundedPrecision}`;
    await entersOrganization(secretariat, { name, on: '2015-04-01', foundedPrecision });
  }
  const file = await secretariat.get('organizations', { q: 'con den', format: 'csv' }).is();
  const told = linesOf(file.text).map((line) => line['Ngày thành lập']);
  expect(told.sort()).toEqual(['01/04/2015', '04/2015', '2015']);
  const { sheets } = await workbook(stage, secretariat, 'organizations?q=con%20den');
  const [head = [], ...rows] = sheets[1] ?? [];
  const cells = rows.map((row) => row[head.indexOf('Ngày thành lập')]);
  expect(new Set(cells)).toEqual(new Set(['2015', '04/2015', new Date('2015-04-01')]));
});
