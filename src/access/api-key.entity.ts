import { closedList, type CodeOf } from '../platform/records/code-list.js';
import { EntryOf, Grounded } from '../platform/records/entries.js';
import { Code, Instant, Reference, Text, Texts } from '../platform/records/fields.js';
import { Record, RegistryRecord } from '../platform/records/record.js';

export const apiKeyRoles = closedList('api_key_role', ['secretariat', 'auditor']);
export const apiKeyAccess = closedList('api_key_access', ['read', 'write']);

@Record('api_keys', { says: 'A key with which a machine asks', vi: 'Khóa API' })
export class ApiKey extends RegistryRecord {
  @Text({ max: 200, says: 'Name, as the audit shows it', vi: 'tên', example: 'Cổng thống kê' }) name!: string;
  @Code(apiKeyRoles, { says: 'What it may do', vi: 'vai trò', example: 'auditor' }) role!: CodeOf<typeof apiKeyRoles>;
  @Text({ max: 44, says: 'SHA-256 of the key', audit: 'secret' }) digest!: string;
  @Instant({ says: 'Until when it is good: at most two years', vi: 'hết hạn lúc', example: '2027-06-30T17:00:00Z' })
  expiresAt!: string;
  @Texts({
    max: 100,
    most: 50,
    says: 'What it opens: the addresses below `/api/v1` that begin so; a part of `reports` is one report. All that the role may, unless said',
    vi: 'phạm vi',
    optional: true,
    example: ['reports/awards', 'memberships'],
    schema: { format: 'resource' },
  })
  resources!: string[] | null;
  @Code(apiKeyAccess, { says: 'Whether it may write', vi: 'quyền đọc hay ghi' }) access!: CodeOf<typeof apiKeyAccess>;
  @Instant({ says: 'Since when it is revoked', optional: true }) revokedAt!: string | null;
  @Reference('accounts', { says: 'Who made it', optional: true }) madeBy!: string | null;
}

/**
 * What a key may is fixed when it is made: whoever asks the audit what a key did can then say what it could. Another
 * scope is another key, and the old one is revoked.
 */
export class ApiKeyEntry extends EntryOf(ApiKey, ['name', 'role', 'expiresAt', 'resources']) {
  @Code(apiKeyAccess, { says: 'Whether it may write: `read` unless said otherwise', optional: true })
  access!: CodeOf<typeof apiKeyAccess> | null;
  @Reference('alliances', { says: 'Its alliance; your own unless said otherwise', optional: true }) allianceId!:
    string | null;
}
export class KeyRevocationEntry extends Grounded {}
