import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { ActorSource } from '../platform/http/gate.js';
import type { Actor } from '../platform/rights/actor.js';
import { Actors } from './actors.js';
import { KeyUses } from './key-uses.js';
import { RememberedTokens } from '../platform/rights/remembered-tokens.js';
import { Strategies } from './strategies.js';
import { digestOf } from './tokens.js';

type Kind = Parameters<ActorSource['cached']>[1];

/**
 * Who stands behind a request's token: remembered, so that the read path asks nobody, and forgotten as soon as the
 * database tells of a change (`access_changed`), on every server process.
 */
@Injectable()
export class AccessActorSource implements ActorSource, OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly actors: Actors,
    private readonly strategies: Strategies,
    private readonly remembered: RememberedTokens,
    private readonly uses: KeyUses,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.database.listen(
      'access_changed',
      (digest) => (digest === '' ? this.remembered.forgetAll() : this.remembered.forget(digest)),
      (hearing) => this.remembered.hear(hearing),
    );
    this.remembered.hear(true);
  }

  cached(token: string, kind: Kind): Actor | undefined {
    const digest = digestOf(token);
    const actor = digest === null ? undefined : this.remembered[kind].get(digest);
    if (actor && kind === 'key') this.uses.note(actor);
    return actor;
  }

  async find(token: string, kind: Kind): Promise<Actor | null> {
    const digest = digestOf(token);
    if (digest === null) return null;
    const remembered = this.remembered[kind];
    const moment = remembered.moment();
    const found =
      kind === 'key' ? await this.strategies.ask('key', { key: token }) : await this.actors.ofSession(digest);
    if (found) remembered.keep(digest, found, moment);
    if (found && kind === 'key') this.uses.note(found.actor);
    return found?.actor ?? null;
  }
}
