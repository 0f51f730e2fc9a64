import { Injectable } from '@nestjs/common';
import { invalidField } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import type { Answer } from '../platform/reading/answer.js';
import type { Registry } from '../platform/writing/registry.js';
import type { Grounds } from '../platform/writing/work.js';
import { AccessWork } from './access-work.js';
import * as problems from './access.problems.js';
import {
  Account,
  type AccountCorrection,
  type AccountEntry,
  type DisablementEntry,
  type EnablementEntry,
  type PasswordEntry,
  type SignOutEntry,
} from './account.entity.js';
import { AccountView, AccountWithLink } from './account.view.js';
import { ApiKey } from './api-key.entity.js';
import { NewPasswords } from './new-passwords.js';
import { leastPassword } from './password-rules.js';
import { PasswordLinks } from './password-links.js';
import { allianceWithin } from './reach.js';
import { showOnce } from './shown-once.js';
import { refuseRepetition } from './unrepeatable.js';

/** Who can sign in. A change of address, password, role or owner, a disablement and a sign-out end the account's sessions. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly work: AccessWork,
    private readonly newPasswords: NewPasswords,
    private readonly links: PasswordLinks,
  ) {}

  /** Make an account; without a password its owner is invited to set one. (Mời) @throws EmailTaken */
  async add(entry: AccountEntry, act: Act) {
    const { email, name, role, password, reason, sourceDocumentId } = entry;
    const organizationId = entry.organizationId ?? null;
    refuseOrganization(role, organizationId);
    if (password) refuseRepetition(act);
    const content = { email, name, role, organizationId, allianceId: entry.allianceId ?? null };
    const allianceId = content.allianceId ?? (organizationId === null ? act.actor.allianceId : null);
    const passwordHash = password ? await this.newPasswords.hashOf(act, password, { ...content, allianceId }) : null;
    return this.giving(act, { reason, sourceDocumentId }, async (registry, give) => {
      await refuseTaken(registry, email);
      const owner = { ...content, allianceId: await allianceOf(registry, act, content) };
      const account = await registry.add(Account, { ...owner, passwordHash });
      if (passwordHash === null) await give(account.id, false);
      return registry.showCreated(AccountWithLink, account.id);
    });
  }

  /**
   * Another address, name, role or organisation. Whoever has no password yet is sent a link at a new address. A role that asks
   * for a longer password leaves the account without one, until its owner sets another by a link.
   * @throws EmailTaken, LastAdministrator, OwnRole, OwnWayIn
   */
  async correct(id: string, { reason, sourceDocumentId, ...correction }: AccountCorrection, act: Act) {
    return this.giving(act, { reason, sourceDocumentId }, async (registry, give) => {
      const others = await administrators(registry);
      const account = await registry.take(Account, id);
      const corrected = { ...account, ...correction };
      if (id === act.actor.id && corrected.role !== account.role) throw problems.OwnRole();
      const moved = corrected.email !== account.email;
      if (moved && id === act.actor.id) throw problems.OwnWayIn();
      if (moved) await refuseTaken(registry, corrected.email);
      refuseOrganization(corrected.role, corrected.organizationId);
      if (corrected.organizationId !== account.organizationId) await allianceOf(registry, act, corrected);
      if (corrected.role !== 'administrator') await refuseLast(registry, account, others);
      const outgrown = leastPassword(corrected.role) > leastPassword(account.role);
      await registry.correct(account, outgrown ? { ...correction, passwordHash: null } : correction);
      if (corrected.role !== account.role) await endKeys(registry, id);
      const waits = moved && account.passwordHash === null;
      if ((outgrown || waits) && !account.disabledAt) await give(id, account.passwordHash !== null);
      return registry.show(AccountWithLink, id);
    });
  }

  /** It cannot sign in any more. (Khóa tài khoản) @throws LastAdministrator */
  disable(id: string, entry: DisablementEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const others = await administrators(registry);
      const account = await registry.take(Account, id);
      if (account.disabledAt) throw problems.AlreadyDisabled();
      await refuseLast(registry, account, others);
      await registry.change(account, { disabledAt: await registry.now() });
      await endKeys(registry, id);
      return registry.showCreated(AccountView, id);
    });
  }

  /** It can sign in again. (Mở khóa) */
  enable(id: string, entry: EnablementEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const account = await registry.take(Account, id);
      if (!account.disabledAt) throw problems.NotDisabled();
      await registry.change(account, { disabledAt: null });
      return registry.showCreated(AccountView, id);
    });
  }

  /** Its sessions end; it can sign in again at once. (Buộc đăng xuất) */
  signOut(id: string, entry: SignOutEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const account = await registry.take(Account, id);
      await registry.change(account, { signedOutAt: await registry.now() });
      return registry.showCreated(AccountView, id);
    });
  }

  /**
   * Another password for another: the given one, or whichever its owner sets by a link. (Đặt lại mật khẩu)
   * @throws OwnWayIn, AlreadyDisabled as no link would open a disabled account
   */
  async setPassword(id: string, { password, ...grounds }: PasswordEntry, act: Act) {
    if (password) refuseRepetition(act);
    const passwordHash = password ? await this.newPasswords.hashOf(act, password, id) : null;
    return this.giving(act, grounds, async (registry, give) => {
      const account = await registry.take(Account, id);
      if (id === act.actor.id) throw problems.OwnWayIn();
      if (account.disabledAt) throw problems.AlreadyDisabled();
      const hadPassword = account.passwordHash !== null;
      await registry.change(account, { passwordHash });
      if (passwordHash === null) await give(id, hadPassword);
      return registry.showCreated(AccountWithLink, id);
    });
  }

  /** Runs a use case that may give the owner a link: after the commit its mail leaves, or the answer shows it, this once. */
  private async giving(act: Act, grounds: Grounds, body: (registry: Registry, give: Give) => Promise<Answer>) {
    let link: string | null = null;
    const answer = await this.work.run(act, grounds, (registry) => {
      link = null; // the body runs again when it lost a race, and may give none then
      return body(registry, async (id, hadPassword) => {
        link = await this.links.give(registry, id, hadPassword);
      });
    });
    this.links.send();
    return showOnce(answer, { link });
  }
}

async function refuseLast(registry: Registry, account: Account, standing: readonly Administrator[]): Promise<void> {
  if (account.role !== 'administrator' || account.disabledAt) return;
  const above = await registry.ask<{ id: string }>('select id from alliance_and_above(:allianceId)', {
    allianceId: account.allianceId,
  });
  const left = standing.some(
    ({ id, allianceId }) => id !== account.id && above.some((alliance) => alliance.id === allianceId),
  );
  if (!left) throw problems.LastAdministrator();
}

type Give = (accountId: string, hadPassword: boolean) => Promise<void>;

/** Whoever has it, of whatever alliance: one address signs in to one account. */
async function refuseTaken(registry: Registry, email: string): Promise<void> {
  const taken = await registry.ask('select from accounts where email = :email and voided_at is null', { email });
  if (taken.length > 0) throw problems.EmailTaken().at('/email');
}

/** The keys that an account made end with it, and do not come back with it. */
async function endKeys(registry: Registry, madeBy: string): Promise<void> {
  const revokedAt = await registry.now();
  for (const key of await registry.find(ApiKey, { madeBy }))
    if (key.revokedAt === null) await registry.change(key, { revokedAt });
}

interface Administrator {
  id: string;
  allianceId: string;
}

/** All who can sign in as administrators, held until the transaction ends: two cannot disable each other at once. */
const administrators = (registry: Registry): Promise<Administrator[]> =>
  registry.ask<Administrator>('select id, alliance_id as "allianceId" from hold_administrators()', {});

function refuseOrganization(role: Account['role'], organizationId: string | null): void {
  if ((role === 'member') !== (organizationId !== null)) throw problems.OrganizationOfMember().at('/organizationId');
}

/**
 * A member account belongs to its organisation's alliance, any other where it is wanted.
 * @throws Problem 422 when that is beyond the actor's reach, or when both are given and disagree
 */
async function allianceOf(
  registry: Registry,
  act: Act,
  { organizationId, allianceId }: Pick<Account, 'organizationId'> & { allianceId: string | null },
): Promise<string> {
  if (organizationId === null) return allianceWithin(act, allianceId);
  const [owner] = await registry.ask<{ id: string }>(
    'select alliance_id as id from organizations where id = :organizationId and voided_at is null',
    { organizationId },
  );
  const reachable = owner && (act.right === null || act.actor.allianceIds.includes(owner.id));
  if (!reachable || (allianceId !== null && allianceId !== owner.id))
    throw invalidField('/organizationId', 'unknown-reference');
  return owner.id;
}
