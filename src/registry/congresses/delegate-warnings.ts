import { closedList } from '../../platform/records/code-list.js';
import { lastsOnDay } from '../../platform/reading/on-day.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { isNoMore } from '../organizations/status-on-day.js';
import { afterDay, calledUp, dayOfInstant, givenAway } from './seat-by-then.js';

const FIRST_DAY = 'c.starts_on';
const JUST_AFTER = `(call.substituted_at + interval '1 microsecond')`;

/**
 * A membership `m` of the delegate's organisation that lasts on the first day of the congress: of the alliance whose congress
 * it is; of any, where it is national or the national alliance keeps it.
 */
const membership = `select from memberships m where m.organization_id = dg.organization_id and m.voided_at is null
        and (m.alliance_id = c.alliance_id or 'national' in (c.level, (select l.level from alliances l where l.id = c.alliance_id))) and ${lastsOnDay('m.admitted_on', 'm.ended_on', FIRST_DAY)}`;

/** By the day, alternate `dg` was called up while one ranked higher, `first`, was named, not called up, and had not left. */
const calledBefore = `select from delegate_substitutions call join delegates first on first.delegation_id = dg.delegation_id
        where call.alternate_id = dg.id and call.voided_at is null and call.substituted_at < ${afterDay} and first.kind = 'alternate' and first.voided_at is null
        and first.alternate_rank < dg.alternate_rank
        and first.named_on <= ${dayOfInstant('call.substituted_at')}
        and not ${calledUp('first', JUST_AFTER)} and not exists (select from ${givenAway('first', JUST_AFTER)})`;

/** Of delegate `dg` to congress `c`: what the credentials committee looks at. */
export const delegateWarnings = warnings(
  closedList('delegate_warning', [
    'organization_not_member',
    'organization_of_other_delegation',
    'organization_suspended',
    'organization_ended',
    'called_out_of_order',
  ]),
  {
    organization_not_member: `dg.voided_at is null and dg.organization_id is not null and not exists (${membership})`,
    organization_of_other_delegation: `dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id)`,
    organization_suspended: `dg.voided_at is null and exists (${membership}
        and exists (select from membership_suspensions s where s.membership_id = m.id and s.voided_at is null
          and ${lastsOnDay('s.suspended_on', 's.resumed_on', FIRST_DAY)}))`,
    organization_ended: `dg.voided_at is null and ${isNoMore('dg.organization_id', FIRST_DAY)}`,
    called_out_of_order: `dg.voided_at is null and ${mayCompare} and exists (${calledBefore})`,
  },
);
