import type { Report } from '../platform/reading/report-shape.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { standsOnDay } from '../registry/awards/award-standing.js';
import { issuerNameOnDay } from '../registry/documents/issuing-body.view.js';
import { recipientKinds } from '../registry/awards/award.entity.js';
import { allianceId, asOf, code, count, idOf, knownAt, link, word, year } from './columns.js';
import { linkTo } from './list-behind.js';

/** A cell of the report: so many awards of one body, form and kind of recipient in one year. */
export interface AwardsCell extends Record<string, string | number | null> {
  issuingBodyId: string;
  formId: string;
  recipientKind: string;
  year: number;
  awards: number;
}

/** Counted from the rows: the awards that stand on the day. */
const fromRows = (scope: string) => `
  select ad.issuing_body_id, a.form_id, a.recipient_kind, extract(year from ad.decided_on)::integer as year,
    count(*)::integer as awards
  from awards a join award_decisions ad on ad.id = a.decision_id
  where (${standsOnDay}) and (${scope})
  group by 1, 2, 3, 4`;

/** The same from the changes that the database keeps: those of the years before the day, and of its own year's days. */
const fromCounts = (scope: string) => `
  select a.issuing_body_id, a.form_id, a.recipient_kind, a.decision_year as year, sum(a.change)::integer as awards
  from award_counts a
  where (a.whole_year and a.day < year_begins(:asOf) or not a.whole_year and a.day between year_begins(:asOf) and :asOf)
    and (${scope})
  group by 1, 2, 3, 4 having sum(a.change) <> 0`;

/** The counts come first: so each body is named and put in its place once, and not for each award. */
const reportOf = (cells: (scope: string) => string): Report => ({
  name: 'awards',
  says: 'Awards that stood on a day, by issuing body, form, kind of recipient and year',
  title: 'Khen thưởng theo cơ quan, hình thức, đối tượng và năm',
  scopes: { alliance: 'a.alliance_id' },
  sql: (scope) => `with cells as materialized (${cells(scope)}
), named as materialized (
  select b.id, ${issuerNameOnDay} as name from issuing_bodies b where b.id in (select issuing_body_id from cells)
), issuers as materialized (
  select id, name, row_number() over (order by name collate "vi-x-icu", id) as place from named
)
select cell.issuing_body_id as "issuingBodyId", issuer.name as "issuingBody", cell.form_id as "formId",
  af.code as "formCode", af.name_vi as form, cell.recipient_kind as "recipientKind", cell.year, cell.awards
from cells cell join award_forms af on af.id = cell.form_id join issuers issuer on issuer.id = cell.issuing_body_id
order by issuer.place, af.code, cell.form_id, cell.recipient_kind, cell.year`,
  head: { allianceId, asOf, knownAt },
  columns: {
    issuingBodyId: idOf('The issuing body', 'Mã cơ quan'),
    issuingBody: word('Its name on the day', 'Cơ quan ban hành'),
    formId: idOf('The title, form or honour', 'Mã bản ghi hình thức'),
    formCode: word('Its code', 'Mã hình thức', { unprinted: true }),
    form: word('Its name', 'Danh hiệu, hình thức'),
    recipientKind: code(recipientKinds, 'Kind of recipient', 'Đối tượng'),
    year: year('Year of the decisions', 'Năm'),
    awards: count('Awards that stood on the day', 'Số lượng'),
    rows: link('The list of those awards', 'Các dòng'),
  },
});

export const awardsReport: Report = { ...reportOf(fromCounts), prepared: true };

/** What was known at an instant: the counts are kept for now alone. */
export const awardsReportOfRows = reportOf(fromRows);

/** The list of just the awards that a cell counts. */
export function awardsBehind(
  { issuingBodyId, formId, recipientKind, year }: AwardsCell,
  allianceId: string | null,
  wanted: Wanted,
): string {
  const filters = {
    ...(allianceId !== null && { allianceId: [allianceId] }),
    issuingBodyId: [issuingBodyId],
    formId: [formId],
    recipientKind: [recipientKind],
    decidedOnFrom: [`${year}-01-01`],
    decidedOnTo: [`${year}-12-31`],
  };
  return linkTo({ path: 'awards', filters }, wanted);
}
