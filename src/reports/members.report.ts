import type { Report } from '../platform/reading/report-shape.js';
import { memberOnDay } from '../registry/organizations/member-on-day.js';
import { organizationKinds, organizationSectors } from '../registry/organizations/organization.entity.js';
import { countedIn, seatOnDay } from '../registry/organizations/seat-on-day.js';
import { allianceId, asOf, code, count, idOf, knownAt, link, period, word } from './columns.js';

/** Members by kind, sector and province on a day, and how many joined and left in a period. */
export const membersReport: Report = {
  name: 'members',
  prepared: true,
  says: 'Members by kind, sector and place on a day; joined and left in a period',
  title: 'Thành viên theo loại hình, ngành nghề và địa bàn',
  scopes: { alliance: 'm.alliance_id' },
  pastAtOnce: ['codes_organization_sector'],
  // By seat first: a seat's unit is looked for once, and not for each of its members.
  sql: (scope) => `with seated as materialized (
  select o.kind, o.sector, ${seatOnDay('o.id')} as seat,
    count(*) filter (where ${memberOnDay}) as members,
    count(*) filter (where m.admitted_on between :from and :to) as joined,
    count(*) filter (where m.ended_on between :from and :to) as "left"
  from memberships m
  join organizations o on o.id = m.organization_id
  where m.voided_at is null and (${scope})
  group by 1, 2, 3
), units as materialized (
  select s.seat, ${countedIn('s.seat')} as id from (select distinct seat from seated) s
)
select s.kind, s.sector, place.id as "placeId", place.full_name as place,
  sum(s.members)::integer as members, sum(s.joined)::integer as joined, sum(s."left")::integer as "left"
from seated s
left join units unit on unit.seat = s.seat
left join places place on place.id = unit.id
group by s.kind, s.sector, place.id
having sum(s.members + s.joined + s."left") > 0
order by (select rank from codes_organization_kind where code = s.kind),
  (select rank from codes_organization_sector where code = s.sector), s.sector, place.full_name collate "vi-x-icu", place.id`,
  head: {
    allianceId,
    asOf,
    ...period,
    knownAt,
    members: {
      type: 'integer',
      format: 'int64',
      description: 'Members on the day, altogether; who is on the rolls of two alliances counts on each',
    },
  },
  columns: {
    kind: code(organizationKinds, 'Kind of organisation', 'Loại hình'),
    sector: code(organizationSectors, 'Sector', 'Ngành nghề', { none: 'Chưa rõ' }),
    placeId: idOf('The unit', 'Mã địa bàn'),
    place: word(
      'The unit of the day in which the seat lies: its district until 30 June 2025, its commune since; the old commune, where that was divided',
      'Địa bàn',
      { none: 'Chưa rõ' },
    ),
    members: count('Members on the day', 'Thành viên'),
    joined: count('Joined in the period', 'Kết nạp trong kỳ'),
    left: count('Left in the period', 'Ra khỏi Liên minh trong kỳ'),
    memberRows: link('The list of those members', 'Danh sách thành viên'),
    joinedRows: link('The list of those who joined', 'Danh sách kết nạp'),
    leftRows: link('The list of those who left', 'Danh sách ra khỏi Liên minh'),
  },
};
