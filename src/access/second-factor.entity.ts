import { Instant, Reference, Text } from '../platform/records/fields.js';
import { Record, RegistryRecord } from '../platform/records/record.js';
import { passwordWords } from './passwords.js';

@Record('second_factors', {
  says: 'An app that shows a code, beside the password of an account',
  vi: 'Yếu tố xác thực thứ hai',
})
export class SecondFactor extends RegistryRecord {
  @Reference('accounts', { says: 'Whose it is' }) accountId!: string;
  @Text({ max: 200, says: 'Its secret, sealed with SECOND_FACTOR_KEY', audit: 'secret' }) secret!: string;
  @Instant({ says: 'Since when it is asked for: a first code was shown', optional: true }) confirmedAt!: string | null;
}

/** Six digits of the app, or a recovery code, with or without its hyphens. */
export const codeWords = {
  max: 40,
  says: 'The six digits that the app shows, or one of the recovery codes',
  vi: 'mã xác thực',
  audit: 'secret',
} as const;

export class EnrolmentEntry {
  @Text({ ...passwordWords, says: 'The password of the account', vi: 'mật khẩu' }) password!: string;
}

export class ConfirmationEntry {
  @Text({ max: 40, says: 'The six digits that the app shows', vi: 'mã xác thực', audit: 'secret' }) code!: string;
}

export class OwnRemovalEntry extends EnrolmentEntry {
  @Text(codeWords) code!: string;
}
