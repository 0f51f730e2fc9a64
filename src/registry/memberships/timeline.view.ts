import { ReadModel } from '../../platform/reading/read-model.js';
import { day, id, text } from '../../platform/reading/view-fields.js';

/** One line a dated fact; the row's own id is the line's. */
const facts = `(
    select id, organization_id, valid_from as on_day, 'named' as event, name as detail from organization_names where voided_at is null
    union all select id, organization_id, valid_from, 'status', status from organization_statuses where voided_at is null
    union all select a.id, a.organization_id, a.valid_from, 'seated', p.full_name
      from organization_addresses a join places p on p.id = a.place_id where a.voided_at is null
    union all select id, organization_id, done_on, 'obligation_done', law from organization_obligations
      where voided_at is null and done_on is not null
    union all select id, organization_id, admitted_on, 'admitted', number from memberships where voided_at is null
    union all select x.id, m.organization_id, x.ended_on, 'left', x.kind
      from membership_exits x join memberships m on m.id = x.membership_id where x.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.suspended_on, 'suspended', s.ground
      from membership_suspensions s join memberships m on m.id = s.membership_id where s.voided_at is null and m.voided_at is null
    union all select s.id, m.organization_id, s.resumed_on, 'resumed', null
      from membership_suspensions s join memberships m on m.id = s.membership_id
      where s.voided_at is null and m.voided_at is null and s.resumed_on is not null
  ) t`;

/** The whole life of one organisation, day by day; read with the right to the organisation. */
export class TimelineView extends ReadModel({
  says: 'A dated fact in the life of an organisation',
  from: facts,
  where: 't.organization_id = :organization and t.on_day <= :asOf',
  scopes: {},
  order: 'on',
  fields: {
    id: id('t.id', 'The row behind it'),
    on: day('t.on_day', 'The day', { sort: `t.on_day`, filter: 'range' }),
    event: text('t.event', 'named, status, seated, obligation_done, admitted, suspended, resumed or left', {
      filter: 'is',
    }),
    detail: text('t.detail', 'Name, status, place, law, number, ground or kind of exit', { nullable: true }),
  },
}) {}
