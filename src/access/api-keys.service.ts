import { Injectable } from '@nestjs/common';
import { invalidField } from '../platform/problems/request.problems.js';
import type { Act } from '../platform/rights/act.js';
import { resourcesToChoose } from '../platform/rights/narrowing.js';
import { addDays, today } from '../platform/time/day.js';
import type { Registry } from '../platform/writing/registry.js';
import { AccessWork } from './access-work.js';
import { AlreadyRevoked, KeyBeyondMaker } from './access.problems.js';
import { ApiKey, type ApiKeyEntry, type KeyRevocationEntry } from './api-key.entity.js';
import { ApiKeyView, NewApiKey } from './api-key.view.js';
import { allianceWithin } from './reach.js';
import { showOnce } from './shown-once.js';
import { NotAnAccount } from './sign-in.problems.js';
import { digestOf, newKey } from './tokens.js';

const LONGEST_LIFE_DAYS = 731;

/** Keys with which machines ask: shown once, kept as a digest. */
@Injectable()
export class ApiKeysService {
  constructor(private readonly work: AccessWork) {}

  /**
   * Make a key, answered this once.
   * @throws KeyBeyondMaker, NotAnAccount when a key would make a key
   * @throws Problem 422 when it would open nothing known, never be good, or longer than two years
   */
  async add(entry: ApiKeyEntry, act: Act) {
    const { name, role, expiresAt } = entry;
    const [resources, access] = [entry.resources ?? null, entry.access ?? 'read'];
    refuseLife(expiresAt);
    refuseUnknown(resources ?? []);
    const key = newKey();
    const answer = await this.work.run(act, entry, async (registry) => {
      const allianceId = allianceWithin(act, entry.allianceId);
      refuseBeyondMaker(act, role, allianceId);
      const madeBy = await accountOf(registry, act);
      const digest = digestOf(key) ?? '';
      const { id } = await registry.add(ApiKey, {
        name,
        role,
        expiresAt,
        resources,
        access,
        allianceId,
        digest,
        madeBy,
      });
      return registry.showCreated(NewApiKey, id);
    });
    return showOnce(answer, { key });
  }

  /** It opens nothing any more. (Thu hồi) @throws NotAnAccount when a key would revoke another one */
  revoke(id: string, entry: KeyRevocationEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      if (id !== act.actor.id) await accountOf(registry, act);
      const key = await registry.take(ApiKey, id);
      if (key.revokedAt) throw AlreadyRevoked();
      await registry.change(key, { revokedAt: await registry.now() });
      return registry.showCreated(ApiKeyView, id);
    });
  }
}

/**
 * Who writes registers makes the keys that write them, within the same alliance. Auditors write nothing, keys either: an
 * administrator makes theirs, and hands them on; the log says who made each, and what was read by it.
 */
function refuseBeyondMaker({ actor }: Act, role: ApiKey['role'], allianceId: string): void {
  const isMaker =
    role === 'auditor' ? actor.role === 'administrator' : actor.role === role && actor.allianceId === allianceId;
  if (!isMaker) throw KeyBeyondMaker().at('/role');
}

/** The account that acts. Somebody answers for each key: a key makes none, and revokes no other. */
async function accountOf(registry: Registry, { actor }: Act): Promise<string> {
  const [maker] = await registry.ask<{ id: string }>('select id from accounts where id = :id', { id: actor.id });
  if (!maker) throw NotAnAccount();
  return maker.id;
}

function refuseUnknown(resources: readonly string[]): void {
  const known = resourcesToChoose();
  const unknown = resources.findIndex((resource) => !known.includes(resource));
  if (unknown >= 0) throw invalidField(`/resources/${unknown}`, 'not-in-list', { allowed: known.join(', ') });
}

function refuseLife(expiresAt: string): void {
  const [min, max] = [new Date().toISOString(), `${addDays(today(), LONGEST_LIFE_DAYS)}T00:00:00.000Z`];
  const at = new Date(expiresAt).toISOString();
  if (at <= min || at > max) throw invalidField('/expiresAt', 'out-of-range', { min, max });
}
