import { one, ReadModel } from '../platform/reading/read-model.js';
import { code, id, instant, integer, text } from '../platform/reading/view-fields.js';
import { AllianceName } from '../registry/alliances/alliance-name.view.js';
import { OrganizationName, ofOrganization } from '../registry/organizations/organization-name.view.js';
import { accountRoles } from './account.entity.js';

const accounts = {
  from: 'accounts c',
  where: 'c.voided_at is null',
  scopes: { alliance: 'c.alliance_id' },
  version: 'c.version',
  updatedAt: 'c.updated_at',
  search: { says: 'the name and the e-mail address', sql: '(fold(c.name) like :q or fold(c.email) like :q)' },
  order: 'name',
} as const;

/** The SQL of the instant since when account `c` has a second factor. */
export const secondFactorSince =
  '(select f.confirmed_at from second_factors f where f.account_id = c.id and f.voided_at is null)';

const accountFields = {
  id: id('c.id', 'Its id'),
  email: text('c.email', 'E-mail address', { sort: true, example: 'an@htx.example' }),
  name: text('c.name', 'Name, as the audit shows it', { sort: 'c.name collate "vi-x-icu"' }),
  role: code(accountRoles, 'c.role', 'Role', { filter: 'is' }),
  alliance: one(AllianceName, 'l.id = c.alliance_id', 'Its alliance'),
  organization: one(OrganizationName, 'o.id = c.organization_id', 'The organisation that a member account speaks for'),
  passwordSetAt: instant('c.password_set_at', 'Since when it has its password; null while its owner has set none', {
    nullable: true,
  }),
  secondFactorSince: instant(secondFactorSince, 'Since when it has a second factor', { nullable: true }),
  disabledAt: instant('c.disabled_at', 'Since when it cannot sign in', { nullable: true }),
  signedOutAt: instant('c.signed_out_at', 'When it was last signed out everywhere by an administrator', {
    nullable: true,
  }),
  createdAt: instant('c.created_at', 'When it was made'),
  version: integer('c.version', 'Counts its writes; the first part of the ETag'),
};

export class AccountView extends ReadModel({
  ...accounts,
  says: 'Somebody who can sign in',
  fields: accountFields,
  filters: {
    allianceId: { says: 'Accounts of this alliance', kind: 'id', sql: 'c.alliance_id = :allianceId' },
    ...ofOrganization('Accounts of this organisation', 'c.organization_id = :organizationId'),
    waiting: {
      says: 'Only those whose owners have set no password yet, or only those that have one',
      kind: 'flag',
      sql: '(c.password_set_at is null) = :waiting',
    },
    disabled: {
      says: 'Only those that are disabled, or only those that are not',
      kind: 'flag',
      sql: '(c.disabled_at is not null) = :disabled',
    },
  },
}) {}

/** The answer to what may leave an account without a password (making it, a reset, a larger role): only this ever shows a link. */
export class AccountWithLink extends ReadModel({
  ...accounts,
  says: 'An account, with the link with which its password is set',
  fields: {
    ...accountFields,
    link: text(
      'null::text',
      'Good once, for an hour, and shown this once; null when it was sent by mail, when a password was given, when the account is disabled, or when the answer is a repetition',
      { nullable: true },
    ),
  },
}) {}
