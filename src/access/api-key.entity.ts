import { closedList } from '../platform/records/code-list.js';
import { EntryOf, VoidingEntry } from '../platform/records/entries.js';
import { Code, Instant, Reference, Text } from '../platform/records/fields.js';
import { Record, RegistryRecord } from '../platform/records/record.js';

export const apiKeyRoles = closedList('api_key_role', ['secretariat', 'auditor']);

@Record('api_keys', { says: 'A key with which a machine asks', vi: 'Khóa API' })
export class ApiKey extends RegistryRecord {
  @Text({ max: 200, says: 'Name, as the audit shows it', vi: 'tên', example: 'Cổng thống kê' }) name!: string;
  @Code(apiKeyRoles, { says: 'What it may do', vi: 'vai trò', example: 'auditor' }) role!: 'secretariat' | 'auditor';
  @Text({ max: 44, says: 'SHA-256 of the key', audit: 'secret' }) digest!: string;
  @Instant({ says: 'Until when it is good: at most two years', vi: 'hết hạn', example: '2027-06-30T17:00:00Z' })
  expiresAt!: string;
  @Instant({ says: 'Since when it is revoked', optional: true }) revokedAt!: string | null;
}

export class ApiKeyEntry extends EntryOf(ApiKey, ['name', 'role', 'expiresAt']) {
  @Reference('alliances', { says: 'Its alliance; your own unless said otherwise', optional: true }) allianceId!:
    string | null;
}
export class KeyRevocationEntry extends VoidingEntry {}
