import type { Report } from '../platform/reading/report-shape.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { allianceNameOnDay } from '../registry/alliances/alliance-name.view.js';
import { afterDay, calledUp, givenAway } from '../registry/congresses/seat-by-then.js';
import { organizationNameOnDay } from '../registry/organizations/organization-name.view.js';
import { allianceLevels } from '../registry/alliances/alliance.entity.js';
import { EXTRAORDINARY } from '../registry/congresses/congress.view.js';
import { delegateKinds } from '../registry/congresses/congress.entity.js';
import { allianceId, asOf, code, count, date, idOf, knownAt, ordinal, link, period, word } from './columns.js';
import { linkTo, type Filters } from './list-behind.js';

/** One delegation: its seats of a kind, and who has been named to them by the day. */
export interface DelegationsRow extends Record<string, string | number | null> {
  delegationId: string;
  kind: string;
}

/** Delegations to the congresses that start in a period, a line for each kind of seat. */
export const delegationsReport: Report = {
  name: 'delegations',
  says: 'Delegations to congresses: seats allotted, named and vacant, who was substituted or left, and who is entitled',
  title: 'Đoàn đại biểu dự đại hội',
  scopes: { alliance: 'dn.alliance_id' },
  pastAtOnce: ['delegate_substitutions'],
  sql: (
    scope,
  ) => `select c.level, c.ordinal, c.starts_on as "startsOn", c.term_name as term, dn.id as "delegationId", coalesce(sender.name, alliance.name) as sender,
  seat.kind, seat.allotted, seat.named, (seat.allotted - seat.named + seat.vacated - seat.unseated
    + case seat.kind when 'official' then sum(seat.unseated) over (partition by dn.id) else 0 end)::integer as vacant, seat.substituted, seat.vacated, seat.entitled
from delegations dn join congresses c on c.id = dn.congress_id
left join lateral (select ${organizationNameOnDay} as name from organizations o where o.id = dn.organization_id) sender on true
left join lateral (select ${allianceNameOnDay('l')} as name from alliances l where l.id = dn.sending_alliance_id) alliance on true
cross join lateral (
  select kind.code as kind, case kind.code when 'official' then dn.official_seats else dn.alternate_seats end as allotted,
    count(d.id)::integer as named, count(*) filter (where s.replaced)::integer as substituted,
    count(*) filter (where not s.replaced)::integer as vacated,
    -- Alternates who left so were on the seat of an official.
    count(*) filter (where not s.replaced and d.kind = 'alternate' and ${calledUp('d', afterDay)})::integer as unseated,
    count(d.id) filter (where s.replaced is null and (d.kind = 'official' or ${calledUp('d', afterDay)}))::integer as entitled
  from codes_delegate_kind kind
  left join delegates d on d.delegation_id = dn.id and d.kind = kind.code and d.voided_at is null and d.named_on <= :asOf
  left join lateral (select bool_or(s.alternate_id is not null) as replaced from ${givenAway('d', afterDay)}) s on true
  group by kind.code
) seat
where dn.voided_at is null and c.voided_at is null and c.starts_on between :from and :to and (${scope})
order by c.starts_on, c.level, coalesce(sender.name, alliance.name) collate "vi-x-icu", dn.id, seat.kind desc`,
  head: { allianceId, asOf, ...period, knownAt },
  columns: {
    level: code(allianceLevels, 'Level of the congress', 'Cấp đại hội'),
    ordinal: ordinal('Which congress it is; null: an extraordinary one', 'Lần thứ', { none: EXTRAORDINARY }),
    startsOn: date('First day of the congress', 'Khai mạc'),
    term: word('The term it opens', 'Nhiệm kỳ', { unprinted: true }),
    delegationId: idOf('The delegation', 'Mã đoàn'),
    sender: word('Who sends it, by its name on the day', 'Đơn vị cử'),
    kind: code(delegateKinds, 'Kind of seat', 'Loại đại biểu'),
    allotted: count('Seats allotted', 'Được phân bổ'),
    named: count('Delegates named by the day', 'Đã cử'),
    vacant: count('Seats without a delegate, be it that one left with nobody called up', 'Còn thiếu'),
    substituted: count('Of those named, how many an alternate replaced by the day', 'Đã thay thế'),
    vacated: count('Of those named, how many had left by the day with nobody called up', 'Đã rút, chưa có người thay'),
    entitled: count(
      'Of those named, how many have a seat at the end of the day: an alternate when called up',
      'Có tư cách dự',
    ),
    rows: link('The list of those named', 'Các dòng'),
    substitutedRows: link('The list of those replaced', 'Danh sách đã thay thế'),
    vacatedRows: link('The list of those who left with nobody called up', 'Danh sách đã rút, chưa có người thay'),
    entitledRows: link('The list of those entitled', 'Danh sách có tư cách dự'),
  },
};

/** The lists of just the delegates that a line counts. */
export function delegatesBehind({ delegationId, kind }: DelegationsRow, wanted: Wanted) {
  const named = { delegationId: [delegationId], kind: [kind] };
  const list = (filters: Filters) => linkTo({ path: 'delegates', filters }, wanted);
  return {
    rows: list(named),
    substitutedRows: list({ ...named, substituted: ['true'] }),
    vacatedRows: list({ ...named, vacated: ['true'] }),
    entitledRows: list({ ...named, entitled: ['true'] }),
  };
}
