import { one, ReadModel } from '../platform/reading/read-model.js';
import { code, id, instant, integer, json, text } from '../platform/reading/view-fields.js';
import { AllianceName } from '../registry/alliances/alliance-name.view.js';
import { keyIsGood } from './good-key.js';
import { apiKeyAccess, apiKeyRoles } from './api-key.entity.js';

const apiKeys = {
  from: 'api_keys k',
  where: 'k.voided_at is null',
  scopes: { alliance: 'k.alliance_id' },
  version: 'k.version',
  updatedAt: 'k.updated_at',
  search: { says: 'its name', sql: 'fold(k.name) like :q' },
  order: 'name',
} as const;

const apiKeyFields = {
  id: id('k.id', 'Its id'),
  name: text('k.name', 'Name, as the audit shows it', { sort: 'k.name collate "vi-x-icu"' }),
  role: code(apiKeyRoles, 'k.role', 'What it may do', { filter: 'is' }),
  alliance: one(AllianceName, 'l.id = k.alliance_id', 'Its alliance'),
  resources: json(
    'to_json(k.resources)',
    'What it opens, of the addresses below `/api/v1`; null for all that its role may',
    { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 100 } },
    { nullable: true },
  ),
  access: code(apiKeyAccess, "coalesce(k.access, 'write')", 'Whether it may write', { filter: 'is' }),
  expiresAt: instant('k.expires_at', 'Until when it is good', { sort: true }),
  revokedAt: instant('k.revoked_at', 'Since when it is revoked', { nullable: true }),
  lastUsedAt: instant(
    `(select u.last_used_at from api_key_uses u where u.api_key_id = k.id
      and nullif(current_setting('registry.known_seq', true), '') is null)`,
    'The minute in which it was last used; null in a look back, as uses are not kept',
    { nullable: true },
  ),
  madeBy: id(
    'k.made_by',
    'The account that made it: once that is disabled, or reaches less far than the key, the key opens nothing; null for keys from before this was kept',
    { nullable: true },
  ),
  createdAt: instant('k.created_at', 'When it was made'),
  version: integer('k.version', 'Counts its writes; the first part of the ETag'),
};

export class ApiKeyView extends ReadModel({
  ...apiKeys,
  says: 'A key with which a machine asks',
  fields: apiKeyFields,
  filters: {
    good: {
      says: 'Only those that are good now, or only those that are not',
      kind: 'flag',
      sql: `${keyIsGood('k')} = :good`,
    },
  },
}) {}

/** The answer to a new key: the only one that ever shows it. */
export class NewApiKey extends ReadModel({
  ...apiKeys,
  says: 'A new key',
  fields: {
    ...apiKeyFields,
    key: text(
      'null::text',
      'The key, to be sent as `X-Api-Key`; shown this once, null when the answer is a repetition',
      { nullable: true },
    ),
  },
}) {}
