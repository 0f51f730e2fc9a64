import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../rights/act.js';
import type { Right } from '../rights/rights.js';
import { AccessLog } from './access-log.js';

/** Somebody signed in asked for what his role may not. */
interface Refusal {
  readonly actor: Actor;
  readonly right: Right;
  readonly requestId: string;
  /** Method and template of the address: what was put into it says nothing that is checked. */
  readonly route: string;
}

/** Refusals of one actor that each get an event of their own within a minute; those beyond are counted in one. */
const MOST_SINGLY = 300;
const MINUTE_MS = 60_000;

interface Minute {
  readonly actor: Actor;
  refused: number;
  readonly end: NodeJS.Timeout;
}

/** Records refusals: each, until somebody makes a flood of them. */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  private readonly minutes = new Map<string, Minute>();

  constructor(private readonly log: AccessLog) {}

  /** Resolves when the refusal is in the log, or is counted. @throws Problem 503 when it cannot be recorded */
  note({ actor, right, requestId, route }: Refusal): Promise<void> {
    const minute = this.minuteOf(actor);
    minute.refused += 1;
    if (minute.refused > MOST_SINGLY) return Promise.resolve();
    return this.log.note(eventOf(actor, requestId, { request: route, right: right.name }));
  }

  /** What was only counted is written before the connections end. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.minutes.values()].map((minute) => this.close(minute)));
  }

  private minuteOf(actor: Actor): Minute {
    const key = actor.id ?? '';
    const known = this.minutes.get(key);
    if (known) return known;
    const end = setTimeout(() => void this.close(minute), MINUTE_MS).unref();
    const minute: Minute = { actor, refused: 0, end };
    this.minutes.set(key, minute);
    return minute;
  }

  private async close({ actor, refused, end }: Minute): Promise<void> {
    clearTimeout(end);
    this.minutes.delete(actor.id ?? '');
    const more = refused - MOST_SINGLY;
    if (more <= 0) return;
    // It has nobody to tell: a log that cannot be written refuses the next request anyway.
    await this.log.note(eventOf(actor, null, { more, withinMs: MINUTE_MS })).catch(() => undefined);
  }
}

const eventOf = (
  { id, name, allianceId }: Actor,
  requestId: string | null,
  detail: Readonly<Record<string, unknown>>,
) => ({ action: 'refusal', actorId: id, actor: name, allianceId, requestId, recordId: null, detail }) as const;
