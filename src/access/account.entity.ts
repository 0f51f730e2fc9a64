import { isEmail } from 'class-validator';
import { closedList } from '../platform/records/code-list.js';
import { CorrectionOf, Entry, EntryOf, Grounded } from '../platform/records/entries.js';
import { Code, Instant, Reference, Text } from '../platform/records/fields.js';
import { Record, RegistryRecord } from '../platform/records/record.js';
import { roles, type Role } from '../platform/rights/roles.js';
import { emailWords } from './email.js';
import { passwordWords } from './passwords.js';

export const accountRoles = closedList('account_role', roles);

@Record('accounts', { says: 'Somebody who can sign in', vi: 'Tài khoản' })
export class Account extends RegistryRecord {
  @Text({
    ...emailWords,
    says: 'E-mail address, with which one signs in; small and capital letters are the same',
    audit: 'personal',
    format: 'email',
    rule: { rule: 'not-an-email', holds: (value) => isEmail(value) },
    example: 'an@htx.example',
  })
  email!: string;
  @Text({ max: 200, says: 'Name, as the audit shows it', vi: 'tên', example: 'Văn phòng Liên minh' }) name!: string;
  @Code(accountRoles, { says: 'Role', vi: 'vai trò', example: 'auditor' }) role!: Role;
  @Reference('organizations', {
    says: 'The organisation that a member account speaks for; no other role has one',
    staysBehind: true,
    optional: true,
  })
  organizationId!: string | null;
  @Text({ max: 200, says: 'argon2id of the password; null until one is set', audit: 'secret', optional: true })
  passwordHash!: string | null;
  @Instant({ says: 'Since when it has its password, kept by the database', optional: true }) passwordSetAt!:
    string | null;
  @Instant({ says: 'Since when it cannot sign in', optional: true }) disabledAt!: string | null;
  @Instant({ says: 'When it was last signed out everywhere by an administrator', optional: true }) signedOutAt!:
    string | null;
}

const newPasswordWords = {
  ...passwordWords,
  min: 12,
  says: 'Password: at least 12 characters, 15 for administrators and the secretariat, and not easily guessed; without it its owner gets a link to set one',
  vi: 'mật khẩu',
  optional: true,
} as const;

export class AccountEntry extends EntryOf(Account, ['email', 'name', 'role', 'organizationId']) {
  @Reference('alliances', {
    says: "Its alliance: your own unless said otherwise; a member account has its organisation's",
    optional: true,
  })
  allianceId!: string | null;
  @Text(newPasswordWords) password!: string | null;
}
export class AccountCorrection extends CorrectionOf(Account, ['email', 'name', 'role', 'organizationId']) {}
export class SecondFactorRemovalEntry extends Grounded {}
export class DisablementEntry extends Grounded {}
export class EnablementEntry extends Entry {}
export class SignOutEntry extends Grounded {}
export class PasswordEntry extends Entry {
  @Text(newPasswordWords) password!: string | null;
}
