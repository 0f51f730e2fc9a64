import type { Report } from '../platform/reading/report-shape.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { managesOnDay, trainedInPeriod } from '../registry/training/coverage-conditions.js';
import { thereOnDay } from '../registry/organizations/status-on-day.js';
import { organizationKinds } from '../registry/organizations/organization.entity.js';
import { allianceId, asOf, code, count, knownAt, link, number, period } from './columns.js';
import { linkTo, type Filters } from './list-behind.js';
import { percentage } from './percentage.js';

/** What the statement counts, by kind of organisation and, without a kind, of all. */
export interface Counted extends Record<string, string | number | null> {
  kind: string | null;
  managers: number;
  trained: number;
}

/** Each manager once in a row; who manages organisations of two kinds stands in both of their rows. */
export const trainingCoverageReport: Report = {
  name: 'training-coverage',
  says: 'Managers in office on a day and how many of them were trained in a period, by kind of organisation',
  title: 'Cán bộ quản lý được đào tạo, bồi dưỡng',
  scopes: { alliance: 'pe.alliance_id' },
  sql: (scope) => `with managers as (
  select distinct pe.id, o.kind, ${trainedInPeriod} as trained
  from people pe join positions po on po.person_id = pe.id join organizations o on o.id = po.organization_id
  where pe.voided_at is null and ${managesOnDay} and ${thereOnDay} and (${scope})
)
select kind, count(distinct id)::integer as managers, (count(distinct id) filter (where trained))::integer as trained
from managers group by grouping sets ((kind), ())
order by (select c.rank from codes_organization_kind c where c.code = managers.kind) nulls last`,
  head: { allianceId, asOf, ...period, knownAt },
  columns: {
    kind: code(organizationKinds, 'Kind of organisation; none in the row of all', 'Loại hình', {
      none: 'Tất cả',
    }),
    managers: count('Managers in office on the day', 'Cán bộ quản lý'),
    trained: count('Of those, trained in the period', 'Đã được đào tạo'),
    percentage: number('Share of those trained; null without managers', 'Tỷ lệ (%)'),
    missing: count('Of those, not trained in the period', 'Chưa được đào tạo'),
    managerRows: link('The list of those managers', 'Danh sách cán bộ quản lý'),
    trainedRows: link('The list of those trained', 'Danh sách đã được đào tạo'),
    rows: link('The list of who is missing', 'Danh sách chưa được đào tạo'),
  },
};

/** A row with its share, and with the lists of just those whom it counts. */
export function withShare(
  { kind, managers, trained }: Counted,
  allianceId: string | null,
  period: { from: string; to: string },
  wanted: Wanted,
) {
  const counted = {
    ...(allianceId !== null && { allianceId: [allianceId] }),
    from: [period.from],
    to: [period.to],
    ...(kind !== null && { kind: [kind] }),
  };
  const list = (filters: Filters) => linkTo({ path: 'training-coverage/managers', filters }, wanted);
  return {
    kind,
    managers,
    trained,
    percentage: percentage(trained, managers),
    missing: managers - trained,
    managerRows: list(counted),
    trainedRows: list({ ...counted, trained: ['true'] }),
    rows: list({ ...counted, trained: ['false'] }),
  };
}
