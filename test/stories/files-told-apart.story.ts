import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { workbook } from '../kit/downloads.js';
import { admits, decision, entersIssuingBody, entersOrganization } from '../kit/makers.js';
import { story, type Stage } from '../kit/story.js';

/** What a file says of itself: its name, and the lines of its first sheet. */
async function headOf(stage: Stage, by: Client, path: string) {
  const { name, sheets } = await workbook(stage, by, path);
  return { name, lines: (sheets[0] ?? []).map((row) => row.filter(Boolean).join(': ')) };
}

story('a file about one record says which, also where it has no rows', async ({ secretariat, auditor }, stage) => {
  const member = await admits(secretariat, { number: '0412' }, { name: 'Hợp tác xã Cây Đa' });
  const { id, code } = member.body['organization'] as { id: string; code: string };
  const called = `${code}, Hợp tác xã Cây Đa`;
  for (const query of ['', '&onFrom=2000-01-01&onTo=2000-01-01'])
    expect(await headOf(stage, auditor, `organizations/${id}/timeline?asOf=2020-11-27${query}`)).toMatchObject({
      name: `timeline-${code}-2020-11-27.xlsx`,
      lines: expect.arrayContaining([`Tổ chức: ${called}`]),
    });
  const history = await headOf(stage, auditor, `memberships/${member.id}/history?asOf=2026-01-01`);
  expect(history.name).toBe(`history-${code}-2026-01-01.xlsx`);
  expect(history.lines).toContain(`Thành viên: ${code}, 0412, Hợp tác xã Cây Đa`);
  const codes = await headOf(stage, auditor, 'codes/membership_exit?asOf=2026-01-01');
  expect(codes.name).toBe('code-membership_exit-2026-01-01.xlsx');
  expect(codes.lines.find((line) => line.startsWith('Các danh mục mã: '))).toMatch(/: membership_exit, \p{Lu}\p{L}+ /u);
});

story('a reconciliation as of a day, and the targets of a term, say so in their head', async (cast, stage) => {
  const { secretariat, auditor } = cast;
  const code = 'BAI-HAI-NGAY';
  const { id } = await secretariat.post('documents', decision({ code, kind: 'article' })).created();
  const items = [{ code: 'members.represented', relation: 'eq', value: 1, asOf: '2020-11-27', rank: 1 }];
  await secretariat.post(`documents/${id}/declared-figures`, { items }).created();
  const path = `reports/reconciliation?documentCode=${code}`;
  const [whenever, then] = [
    await headOf(stage, auditor, path),
    await headOf(stage, auditor, `${path}&asOf=2022-12-31`),
  ];
  expect([whenever.name, then.name]).toEqual([`reconciliation-${code}.xlsx`, `reconciliation-${code}-2022-12-31.xlsx`]);
  expect(whenever.lines.join()).not.toContain('Tính đến ngày');
  expect(then.lines).toContain('Tính đến ngày: 31/12/2022');
  await auditor.get(path).is({ asOf: null });
  await auditor.get(`${path}&asOf=2022-12-31`).is({ asOf: '2022-12-31' });
  const { items: events } = await auditor.get('audit/events', { action: 'export', limit: 2 }).is();
  expect(events[0]).toMatchObject({ detail: { report: 'reconciliation', asked: { asOf: '2022-12-31' } } });

  const term = { name: 'XIV', validFrom: '2030-01-01', validTo: '2035-01-01' };
  const { body } = await secretariat.post(`alliances/${await ownAlliance(secretariat)}/terms`, term).created();
  const entered = (body['terms'] as { id: string; name: string }[]).find(({ name }) => name === 'XIV');
  const termId = String(entered?.id);
  const { lines } = await headOf(stage, auditor, `reports/targets?termId=${termId}&asOf=2031-12-31`);
  expect(lines).toContain('Nhiệm kỳ: XIV');
  expect(lines.join()).not.toContain(termId);
});

story(
  'a paper, a body and an organisation that were asked for are called by their names, to those who know them',
  async (cast, stage) => {
    const { secretariat, auditor, otherAlliance } = cast;
    const paper = await secretariat.post('documents', decision({ code: 'QD-DA', title: 'Kết nạp Cây Đa' })).created();
    const body = await entersIssuingBody(secretariat);
    const { id: organizationId } = await entersOrganization(secretariat, { name: 'Hợp tác xã Bến Đò' });
    const asked = async (by: Client) => {
      const papers = await headOf(stage, by, `memberships?documentId=${paper.id}`);
      const bodies = await headOf(stage, by, `awards?issuingBodyId=${body}&organizationId=${organizationId}`);
      return [...papers.lines, ...bodies.lines].join('\n');
    };
    const known = await asked(auditor);
    expect(known).toMatch(/^Văn bản được dẫn: QD-DA, .+, Kết nạp Cây Đa$/m);
    expect(known).toMatch(/^Tổ chức: HTX-\d+, Hợp tác xã Bến Đò\nCơ quan ban hành: Ủy ban nhân /m);
    const told = await asked(otherAlliance);
    expect(told).toContain(`Văn bản được dẫn: ${paper.id}`);
    expect(told).toContain(`Tổ chức: ${organizationId}\nCơ quan ban hành: ${body}`);
  },
);
