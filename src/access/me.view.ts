import { one, ReadModel } from '../platform/reading/read-model.js';
import { code, id, instant, json, text } from '../platform/reading/view-fields.js';
import { OrganizationName } from '../registry/organizations/organization-name.view.js';
import { accountRoles } from './account.entity.js';
import { secondFactorSince } from './account.view.js';
import { AllianceName } from '../registry/alliances/alliance-name.view.js';

const actors = `(
    select id, email, name, role, alliance_id, organization_id from accounts
    union all select id, null, name, role, alliance_id, null from api_keys) c`;

/** Who is asking; `:rights` is what the account or the key may, as JSON. */
export class MeView extends ReadModel({
  says: 'The account or key that asks, and what it may do',
  from: actors,
  scopes: {},
  fields: {
    id: id('c.id', 'Its id'),
    email: text('c.email', 'E-mail address; null for a key', { nullable: true }),
    name: text('c.name', 'Name, as the audit shows it'),
    role: code(accountRoles, 'c.role', 'Role'),
    alliance: one(AllianceName, 'l.id = c.alliance_id', 'Its alliance; it reaches those below it too'),
    organization: one(OrganizationName, 'o.id = c.organization_id', 'The organisation it speaks for'),
    secondFactorSince: instant(secondFactorSince, 'Since when it has a second factor; null for a key', {
      nullable: true,
    }),
    rights: json(
      ':rights::json',
      'The rights it has, such as `MembershipView.read`; the policy of each route names one',
      {
        type: 'array',
        maxItems: 1000,
        items: { type: 'string' },
      },
    ),
  },
}) {}
