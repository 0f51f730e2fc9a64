import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';

/** Of delegate `dg` to congress `c`. */
export const delegateWarnings = warnings(
  closedList('delegate_warning', ['organization_not_member', 'organization_of_other_delegation']),
  {
    organization_not_member: `dg.voided_at is null and dg.organization_id is not null and not exists (select from memberships m
        where m.organization_id = dg.organization_id and m.voided_at is null and m.admitted_on <= c.starts_on
        and (m.ended_on is null or m.ended_on > c.starts_on))`,
    organization_of_other_delegation: `dg.voided_at is null and dg.organization_id <> (select dn.organization_id
        from delegations dn where dn.id = dg.delegation_id)`,
  },
);
