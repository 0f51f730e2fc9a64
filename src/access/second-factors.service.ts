import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { fieldRule } from '../platform/problems/field-rules.js';
import { invalidField } from '../platform/problems/request.problems.js';
import { Answer } from '../platform/reading/answer.js';
import type { Act } from '../platform/rights/act.js';
import type { Registry } from '../platform/writing/registry.js';
import { AccessWork } from './access-work.js';
import * as problems from './sign-in.problems.js';
import { Account, type SecondFactorRemovalEntry } from './account.entity.js';
import { AccountView } from './account.view.js';
import { digestOfRecovery, newRecoveryCodes, newSecret, urlOf } from './one-time-codes.js';
import { Proof } from './proof.js';
import { takeAccountOf, type Sitting } from './sitting.js';
import { SecondFactorCodes } from './second-factor-codes.js';
import {
  SecondFactor,
  type ConfirmationEntry,
  type EnrolmentEntry,
  type OwnRemovalEntry,
} from './second-factor.entity.js';
import { showOnce } from './shown-once.js';

const WRONG_CODE = fieldRule('wrong-code', {
  vi: 'Mã xác thực không đúng, đã hết hạn hoặc đã được sử dụng.',
  en: 'It is no code of now, or was used.',
});

/** The second factor of an account: enrolled by its owner, confirmed by a first code, removed by him or an administrator. */
@Injectable()
export class SecondFactorsService {
  constructor(
    private readonly work: AccessWork,
    private readonly proof: Proof,
    private readonly codes: SecondFactorCodes,
  ) {}

  /** A secret for an app; it is asked for once a code of it was shown. @throws SecondFactorPresent */
  async enrol({ password }: EnrolmentEntry, act: Act, accessToken: string): Promise<Answer> {
    const sitting = await this.proof.of(act, password, accessToken);
    const { accountId } = sitting;
    const plain = newSecret();
    const secret = this.codes.sealed(plain, accountId);
    let label = '';
    const answer = await this.work.run(act, {}, async (registry) => {
      label = (await takeAccountOf(sitting, registry)).email;
      const [present] = await registry.find(SecondFactor, { accountId });
      if (present?.confirmedAt) throw problems.SecondFactorPresent();
      if (present) await registry.change(present, { secret });
      else await registry.add(SecondFactor, { accountId, secret, confirmedAt: null });
      return Answer.json('{"url":null,"secret":null}');
    });
    return showOnce(answer, { url: urlOf(plain, label), secret: plain });
  }

  /**
   * The first code: from now on it is asked for. Other sessions of the account end.
   * @param accessToken of the session that goes on
   * @throws NoSecondFactor when none waits for its first code, Problem 422 at `/code`, Problem 429 after too many
   */
  async confirm({ code }: ConfirmationEntry, act: Act, accessToken: string): Promise<Answer> {
    const recoveryCodes = newRecoveryCodes();
    const answer = await this.proof.counted(act, accessToken, (sitting) =>
      this.confirmFirst(code, act, sitting, recoveryCodes),
    );
    return showOnce(answer, { recoveryCodes });
  }

  private confirmFirst(code: string, act: Act, sitting: Sitting, recoveryCodes: readonly string[]): Promise<Answer> {
    return this.work.run(act, {}, async (registry) => {
      const { id: accountId } = await takeAccountOf(sitting, registry);
      const [found] = await registry.find(SecondFactor, { accountId });
      if (!found || found.confirmedAt) throw problems.NoSecondFactor();
      const factor = await registry.take(SecondFactor, found.id);
      const step = this.codes.stepIn(factor, code);
      if (step === null) throw invalidField('/code', WRONG_CODE);
      await registry.change(factor, { confirmedAt: await registry.now() });
      await keepCodes(registry, factor, step, recoveryCodes);
      await registry.beside(
        `update sessions set ended_at = now()
         where account_id = :accountId and ended_at is null and id <> :sessionId`,
        { accountId, sessionId: sitting.sessionId },
      );
      return Answer.json('{"recoveryCodes":null}');
    });
  }

  /** Its owner removes it, by password and code. Every session of the account ends. @throws NoSecondFactor */
  async removeOwn({ password, code }: OwnRemovalEntry, act: Act, accessToken: string): Promise<Answer> {
    const sitting = await this.proof.of(act, password, accessToken, async (id) => {
      const factor = await this.codes.of(id);
      if (!factor) throw problems.NoSecondFactor();
      if (!(await this.codes.spend(factor, code))) throw invalidField('/code', WRONG_CODE);
    });
    return this.work.run(act, {}, async (registry) => {
      const { id } = await takeAccountOf(sitting, registry);
      await this.remove(registry, id, 'removed by its owner');
      return Answer.json(JSON.stringify({ removedAt: await registry.now() }));
    });
  }

  /** An administrator removes another's, who has lost app and recovery codes. @throws NoSecondFactor */
  removeOf(id: string, entry: SecondFactorRemovalEntry, act: Act): Promise<Answer> {
    return this.work.run(act, entry, async (registry) => {
      await registry.take(Account, id);
      if (id === act.actor.id) throw problems.OwnSecondFactor();
      await this.remove(registry, id, entry.reason);
      return registry.showCreated(AccountView, id);
    });
  }

  private async remove(registry: Registry, accountId: string, reason: string): Promise<void> {
    const [factor] = await registry.find(SecondFactor, { accountId });
    if (!factor?.confirmedAt) throw problems.NoSecondFactor();
    await registry.void(factor, reason);
  }
}

/** The first step is spent with the confirmation; of the recovery codes only digests are kept. */
async function keepCodes(registry: Registry, { id }: SecondFactor, step: number, codes: readonly string[]) {
  await registry.beside('insert into second_factor_steps (second_factor_id, last_step) values (:id, :step)', {
    id,
    step,
  });
  await registry.beside(
    `insert into recovery_codes (id, second_factor_id, digest)
     select unnest(:ids::uuid[]), :id, unnest(:digests::text[])`,
    { id, ids: codes.map(() => uuidv7()), digests: codes.map(digestOfRecovery) },
  );
}
