import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { refusesAtTheGate } from '../platform/http/declared-problems.js';
import type { Problem } from '../platform/problems/problem.js';
import type { Actor } from '../platform/rights/actor.js';
import { Narrowing } from '../platform/rights/narrowing.js';
import type { FoundActor } from '../platform/rights/remembered-actors.js';
import type { Right } from '../platform/rights/rights.js';
import { OF_KEY, OF_SESSION, type ActorRow } from './actor-statements.js';
import { EnrolmentNeeded } from './sign-in.problems.js';
import { ownRights } from './access.rights.js';
import { passageOf } from './passages.js';

/** A session without the second factor that its role needs may enrol one, see who it is, and end; nothing else. */
const WHILE_CONFINED: ReadonlySet<Right> = new Set([ownRights.read, ownRights.signOut, ownRights.secure]);
const refuses = (right: Right): Problem | null => (WHILE_CONFINED.has(right) ? null : EnrolmentNeeded());
refusesAtTheGate(EnrolmentNeeded, (right) => !WHILE_CONFINED.has(right));

/** Who stands behind a token, asked of the database. */
@Injectable()
export class Actors {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  ofSession(digest: string): Promise<FoundActor | null> {
    return this.found('actor-of-session', OF_SESSION, [
      digest,
      this.settings.keepingAlliance,
      this.settings.secondFactor,
    ]);
  }

  ofKey(digest: string): Promise<FoundActor | null> {
    return this.found('actor-of-key', OF_KEY, [digest, this.settings.keepingAlliance]);
  }

  private async found(name: string, text: string, values: unknown[]): Promise<FoundActor | null> {
    const [row] = await this.database.run<ActorRow>({ name, text, values });
    if (!row) return null;
    const { goodForMs, confined, resources = null, access = 'write', alliancesAbove, keeps, ...known } = row;
    const actor: Actor = {
      ...known,
      allianceId: known.allianceIds[0] ?? null,
      passage: passageOf(known, alliancesAbove, keeps),
      narrowing: resources || access === 'read' ? new Narrowing(resources, access === 'read') : null,
      ...(confined && { refuses }),
    };
    return { actor: Object.freeze(actor), goodForMs };
  }
}
