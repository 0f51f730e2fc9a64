import type { Report } from '../platform/reading/report.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { standsOnDay } from '../registry/awards/award-standing.js';
import { issuerNameOnDay } from '../registry/documents/issuing-body.view.js';
import { count, word } from './columns.js';

/** A cell of the report: so many awards of one body, form and kind of recipient in one year. */
export interface AwardsCell extends Record<string, string | number | null> {
  issuingBodyId: string;
  formId: string;
  recipientKind: string;
  year: number;
  awards: number;
}

/** The counts come first, so that names are looked up once for each cell and not for each award. */
export const awardsReport: Report = {
  name: 'awards',
  says: 'Awards that stood on a day, by issuing body, form, kind of recipient and year',
  scopes: { alliance: 'a.alliance_id' },
  sql: (
    scope,
  ) => `select cell.issuing_body_id as "issuingBodyId", issuer.name as "issuingBody", cell.form_id as "formId",
  af.code as "formCode", af.name_vi as form, cell.recipient_kind as "recipientKind", cell.year, cell.awards
from (
  select ad.issuing_body_id, a.form_id, a.recipient_kind, extract(year from ad.decided_on)::integer as year,
    count(*)::integer as awards
  from awards a join award_decisions ad on ad.id = a.decision_id
  where (${standsOnDay}) and (${scope})
  group by 1, 2, 3, 4
) cell
join award_forms af on af.id = cell.form_id
join lateral (select ${issuerNameOnDay} as name from issuing_bodies b where b.id = cell.issuing_body_id) issuer on true
order by issuer.name collate "vi-x-icu", cell.issuing_body_id, af.code, cell.form_id, cell.recipient_kind, cell.year`,
  columns: {
    issuingBodyId: word('The issuing body', 'Mã cơ quan'),
    issuingBody: word('Its name on the day', 'Cơ quan ban hành'),
    formId: word('The title, form or honour', 'Mã hình thức'),
    formCode: word('Its code', 'Ký hiệu'),
    form: word('Its name', 'Danh hiệu, hình thức'),
    recipientKind: word('Kind of recipient', 'Đối tượng'),
    year: count('Year of the decisions', 'Năm'),
    awards: count('Awards that stood on the day', 'Số lượng'),
    rows: word('The list of those awards', 'Các dòng'),
  },
};

/** The list of just the awards that a cell counts. */
export function awardsBehind(cell: AwardsCell, { asOf, knownAt }: Wanted): string {
  const { issuingBodyId, formId, recipientKind, year } = cell;
  const query = new URLSearchParams({
    issuingBodyId,
    formId,
    recipientKind,
    decidedOnFrom: `${year}-01-01`,
    decidedOnTo: `${year}-12-31`,
    asOf,
    ...(knownAt && { knownAt }),
  });
  return `/api/v1/awards?${query}`;
}
