import { one, ReadModel } from '../platform/reading/read-model.js';
import { id, instant, integer, text } from '../platform/reading/view-fields.js';

/** The account of an identity. */
export class IdentifiedAccount extends ReadModel({
  says: 'An account by its name',
  from: 'accounts c',
  scopes: {},
  fields: { id: id('c.id', 'Its id'), name: text('c.name', 'Its name') },
}) {}

export class IdentityView extends ReadModel({
  says: 'An identity at a provider that signs an account in',
  from: 'account_identities i',
  inForce: 'i.voided_at is null',
  scopes: { alliance: 'i.alliance_id' },
  version: 'i.version',
  updatedAt: 'i.updated_at',
  fields: {
    id: id('i.id', 'Its id'),
    account: one(IdentifiedAccount, 'c.id = i.account_id', 'The account that it signs in'),
    issuer: text('i.issuer', 'The provider (`iss`)', { filter: 'is' }),
    subject: text('i.subject', 'Whom the provider means (`sub`)', { filter: 'is' }),
    createdAt: instant('i.created_at', 'When it was linked', { sort: 'i.created_at' }),
    voidedAt: instant('i.voided_at', 'When it was taken away', { nullable: true }),
    voidReason: text('i.void_reason', 'Why', { nullable: true }),
    version: integer('i.version', 'Counts its writes; the first part of the ETag'),
  },
  filters: {
    accountId: { says: 'Identities of this account', kind: 'id', sql: 'i.account_id = :accountId' },
  },
  order: '-createdAt',
}) {}

/** Nobody's: whose alliance a stranger belongs to is what the registry does not know. */
export class RefusedIdentityView extends ReadModel({
  says: 'An identity that a provider vouched for, and that no account has',
  from: 'refused_identities r',
  where: `not exists (select from account_identities i
    where i.issuer = r.issuer and i.subject = r.subject and i.voided_at is null)
    and r.last_refused_at >= now() - interval '30 days'`,
  scopes: {},
  fields: {
    id: id('r.id', 'Its id'),
    issuer: text('r.issuer', 'The provider (`iss`)'),
    subject: text('r.subject', 'Whom the provider means (`sub`)', { filter: 'is' }),
    firstRefusedAt: instant('r.first_refused_at', 'When it was first refused'),
    lastRefusedAt: instant('r.last_refused_at', 'When it was last refused', { sort: 'r.last_refused_at' }),
    times: integer('r.times', 'How often'),
  },
  order: '-lastRefusedAt',
}) {}
