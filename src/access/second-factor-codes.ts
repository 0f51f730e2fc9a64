import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { SecondFactorNotOffered } from './sign-in.problems.js';
import { digestOfRecovery, stepOf, TOLERANCE } from './one-time-codes.js';
import { seal, unsealedOrNull } from './sealed-secrets.js';

/** A confirmed second factor, as a code is checked against it. */
export interface KnownFactor {
  id: string;
  accountId: string;
  secret: string;
}

/**
 * A step moves on only: its code, and every one before it, is spent, whichever process is asked next. One that is farther ahead
 * than a code may be was spent by a clock that has been put right since.
 */
const SPEND_STEP = `
  update second_factor_steps set last_step = $2
  where second_factor_id = $1 and last_step not between $2::bigint and $2::bigint + ${2 * TOLERANCE} returning last_step`;
const SPEND_RECOVERY = `
  update recovery_codes set used_at = now() where second_factor_id = $1 and digest = $2 and used_at is null returning id`;

/** Codes of second factors, each good once. */
@Injectable()
export class SecondFactorCodes {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The confirmed second factor of an account, if it has one. */
  async of(accountId: string): Promise<KnownFactor | null> {
    const [factor] = await this.database.run<KnownFactor>({
      text: `select id, account_id as "accountId", secret from second_factors
        where account_id = $1 and confirmed_at is not null and voided_at is null`,
      values: [accountId],
    });
    return factor ?? null;
  }

  /** Uses a code of now, or a recovery code, that was not used before. @returns which it was; null when it is neither */
  async spend(factor: KnownFactor, code: string): Promise<'code' | 'recovery code' | null> {
    const recovery = digestOfRecovery(code);
    const spent = recovery ?? this.stepIn(factor, code);
    if (spent === null) return null;
    const text = recovery === null ? SPEND_STEP : SPEND_RECOVERY;
    const [used] = await this.database.run({ text, values: [factor.id, spent] });
    return used ? (recovery === null ? 'code' : 'recovery code') : null;
  }

  /** The time step whose code it is, or null. @throws SecondFactorNotOffered also when the key is another than the secret's */
  stepIn({ secret, accountId }: Pick<KnownFactor, 'secret' | 'accountId'>, code: string): number | null {
    const opened = unsealedOrNull(secret, this.key, accountId);
    if (opened === null) throw SecondFactorNotOffered();
    return stepOf(code, opened);
  }

  /** A secret as it is kept. @throws SecondFactorNotOffered */
  sealed(secret: string, accountId: string): string {
    return seal(secret, this.key, accountId);
  }

  /** A second factor is never skipped because the key is missing. */
  private get key(): Buffer {
    const { secondFactorKey } = this.settings;
    if (secondFactorKey === null) throw SecondFactorNotOffered();
    return secondFactorKey;
  }
}
