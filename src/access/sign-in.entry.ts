import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../platform/records/fields.js';
import { emailWords } from './email.js';
import { passwordWords } from './passwords.js';
import { codeWords } from './second-factor.entity.js';

export class SignInEntry {
  @Text({ ...emailWords, says: 'E-mail address of the account', example: 'auditor@demo.htx' })
  email!: string;
  @Text({ ...passwordWords, says: 'Its password', vi: 'mật khẩu' }) password!: string;
  @Text({ ...codeWords, optional: true }) code!: string | null;
}

export class RefreshmentEntry {
  @Text({ max: 43, says: 'The refresh token of the session', audit: 'secret' }) refreshToken!: string;
}

/** The answer to signing in and to refreshing. */
export class Tokens {
  @ApiProperty({ description: 'Send it as `Authorization: Bearer …`', maxLength: 43 }) readonly accessToken!: string;
  @ApiProperty({
    description: 'Good once, for the next pair (for ten seconds, the same pair again); using it later ends the session',
    maxLength: 43,
  })
  readonly refreshToken!: string;
  @ApiProperty({ description: 'When the access token ends', format: 'date-time' }) readonly expiresAt!: string;
}

export class SignedOut {
  @ApiProperty({ description: 'When the session ended', format: 'date-time' }) readonly endedAt!: string;
}

export class PasswordResetEntry {
  @Text({ ...emailWords, says: 'E-mail address of the account', example: 'auditor@demo.htx' })
  email!: string;
}

/** The answer to whoever asks, known or not. */
export class PasswordResetAsked {
  @ApiProperty({ description: 'Whether the request was taken; a mail leaves if there is such an account' })
  readonly accepted!: true;
}

export class PasswordByLinkEntry {
  @Text({ max: 43, says: 'What stands behind the # of the link', audit: 'secret' }) token!: string;
  @Text({ ...passwordWords, says: 'The password from now on', vi: 'mật khẩu mới' })
  password!: string;
}

export class PasswordChangeEntry {
  @Text({ ...passwordWords, says: 'The present password', vi: 'mật khẩu' }) password!: string;
  @Text({ ...passwordWords, says: 'The password from now on', vi: 'mật khẩu mới' })
  newPassword!: string;
}

export class PasswordSet {
  @ApiProperty({ description: 'When it was set; every session of the account has ended', format: 'date-time' })
  readonly setAt!: string;
}
