import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text } from '../../platform/reading/view-fields.js';
import { closedList } from '../../platform/records/code-list.js';
import { Paper } from '../documents/paper.view.js';
import { organizationStatuses, organizingLaws } from '../organizations/organization.entity.js';
import { membershipCategories, membershipExits } from './membership.entity.js';

const timelineEvents = closedList('timeline_event', [
  'founded',
  'named',
  'seated',
  'status',
  'obligation_done',
  'admitted',
  'suspended',
  'resumed',
  'left',
  'category_changed',
]);

/**
 * The turn of an event of membership `m` among those of its day: first what ends an earlier membership, then what begins and
 * ends on the day, then what begins. A membership's own events stand between its admission (0) and its exit (4).
 */
const turn = (day: string, own: string): string =>
  `case when m.admitted_on < ${day} then '1' when m.ended_on = ${day} then '2' || m.id else '3' end || ${own}`;

/** A suspension's turn in its membership: the end of an earlier one, one that begins and ends on the day, the begin of one. */
const suspended = turn(
  's.suspended_on',
  `case when s.resumed_on = s.suspended_on then '2' || s.id || 'a' else '3' end`,
);
const resumed = turn('s.resumed_on', `case when s.resumed_on = s.suspended_on then '2' || s.id || 'b' else '1' end`);

/** What another alliance wrote of its own roll of members, grounds and papers, is not told beside the fact. */
const own = (value: string): string =>
  `case when m.alliance_id = any(:ownAllianceIds) or m.organization_id = :ownOrganizationId then ${value} end`;

/** One line a dated fact; the row's own id is the line's. Of the same day, the organisation's own facts come first. */
const facts = `(
    select id, alliance_id, id as organization_id, founded_on as on_day, '0' as turn, 'founded' as event,
        case founded_precision when 'year' then to_char(founded_on, 'YYYY') when 'month' then to_char(founded_on, 'MM/YYYY') end as detail,
        null as status, null as law, null as exit_kind, null as category, null::uuid as document_id
      from organizations where founded_on is not null
    union all select id, alliance_id, organization_id, valid_from, '00', 'named', name, null, null, null, null, null
      from organization_names where voided_at is null
    union all select a.id, a.alliance_id, a.organization_id, a.valid_from, '01', 'seated', p.full_name, null, null, null, null, null
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, alliance_id, organization_id, valid_from, '02', 'status', null, status, null, null, null, document_id
      from organization_statuses where voided_at is null
    union all select id, alliance_id, organization_id, done_on, '03', 'obligation_done', null, null, law, null, null, document_id
      from organization_obligations where voided_at is null and done_on is not null
    union all select m.id, m.alliance_id, m.organization_id, m.admitted_on, ${turn('m.admitted_on', `'0'`)}, 'admitted', m.number,
        null, null, null, m.category, ${own('m.admitted_by_document_id')}
      from memberships m where m.voided_at is null
    union all select x.id, m.alliance_id, m.organization_id, x.ended_on, ${turn('x.ended_on', `'4'`)}, 'left', ${own('x.ground')},
        null, null, x.kind, null, ${own('x.document_id')}
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.suspended_on, ${suspended}, 'suspended', ${own('s.ground')},
        null, null, null, null, ${own('s.document_id')}
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.alliance_id, m.organization_id, s.resumed_on, ${resumed}, 'resumed', null, null, null, null, null, null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
    union all select cc.id, m.alliance_id, m.organization_id, cc.valid_from, ${turn('cc.valid_from', `'3c'`)}, 'category_changed',
        null, null, null, null, cc.category, ${own('cc.document_id')}
      from membership_category_changes cc join memberships m on m.id = cc.membership_id
      where cc.voided_at is null and m.voided_at is null
  ) t`;

/** The whole life of one organisation, day by day; read with the right to the organisation. */
export class TimelineView extends ReadModel({
  says: 'A dated fact in the life of an organisation',
  from: facts,
  where: 't.organization_id = :organization and t.on_day <= :asOf',
  scopes: {},
  order: 'on',
  fields: {
    id: id('t.id', 'The row behind it: a suspension and its end have the same'),
    on: day('t.on_day', 'The day; of one day, what happened first comes first', {
      sort: `(to_char(t.on_day, 'YYYY-MM-DD ') || t.turn) collate "C"`,
      filter: 'range',
    }),
    event: code(timelineEvents, 't.event', 'What happened', { filter: 'is' }),
    detail: text(
      't.detail',
      'Name, place, number or ground; the year or month of a founding of which no day is known',
      { nullable: true },
    ),
    status: code(organizationStatuses, 't.status', 'The status since then', { nullable: true }),
    law: code(organizingLaws, 't.law', 'The law under which the obligation was', { nullable: true }),
    exit: code(membershipExits, 't.exit_kind', 'Kind of exit', { nullable: true }),
    category: code(membershipCategories, 't.category', 'Category of the membership since then', { nullable: true }),
    document: one(Paper, 'd.id = t.document_id', 'The paper of it'),
    allianceId: id('t.alliance_id', 'The alliance that keeps the fact, or of which it is a member'),
  },
}) {}
