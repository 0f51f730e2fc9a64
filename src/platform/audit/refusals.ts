import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Actor } from '../rights/actor.js';
import type { Right } from '../rights/rights.js';
import { AccessLog, type AccessEvent } from './access-log.js';

/** Somebody signed in asked for what his role may not. */
interface Refusal {
  readonly actor: Actor;
  readonly right: Right;
  readonly requestId: string;
  /** Method and template of the address: what was put into it says nothing that is checked. */
  readonly route: string;
}

/** Somebody whom nothing says who he is. */
interface Stranger {
  readonly requestId: string;
  readonly address: string;
  readonly rule: string;
  /** As of a refusal of somebody known, where he was at a route of one. */
  readonly request?: string;
}

/** Refusals of one actor that each get an event of their own within a minute; those beyond are counted in one. */
const MOST_SINGLY = 300;
const MINUTE_MS = 60_000;

interface Minute {
  readonly first: AccessEvent;
  refused: number;
  readonly end: NodeJS.Timeout;
}

/** Records refusals: each, until somebody makes a flood of them. */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  private readonly minutes = new Map<string, Minute>();

  constructor(private readonly log: AccessLog) {}

  /** Resolves when the refusal is in the log, or is counted. @throws Problem 503 when it cannot be recorded */
  note({ actor: { id, name, allianceId }, right, requestId, route }: Refusal): Promise<void> {
    const detail = { request: route, right: right.name };
    return this.count({ action: 'refusal', actorId: id, actor: name, allianceId, requestId, recordId: null, detail });
  }

  /** Somebody unknown showed what is good for nothing: `rule` says what. @throws Problem 503 when it cannot be recorded */
  noteStranger({ requestId, ...detail }: Stranger): Promise<void> {
    return this.count({ ...nobody({ requestId }), action: 'refusal', detail });
  }

  /** Records a refusal, whoever was refused; those of a minute beyond the first 300 are only counted. @throws Problem 503 when it cannot be recorded */
  count(event: AccessEvent): Promise<void> {
    const minute = this.minuteOf(event);
    minute.refused += 1;
    return minute.refused > MOST_SINGLY ? Promise.resolve() : this.log.note(event);
  }

  /** What was only counted is written before the connections end. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([...this.minutes.values()].map((minute) => this.close(minute)));
  }

  private minuteOf(first: AccessEvent): Minute {
    const key = keyOf(first);
    const known = this.minutes.get(key);
    if (known) return known;
    const end = setTimeout(() => void this.close(minute), MINUTE_MS).unref();
    const minute: Minute = { first, refused: 0, end };
    this.minutes.set(key, minute);
    return minute;
  }

  private async close({ first, refused, end }: Minute): Promise<void> {
    clearTimeout(end);
    this.minutes.delete(keyOf(first));
    const more = refused - MOST_SINGLY;
    if (more <= 0) return;
    // It has nobody to tell: a log that cannot be written refuses the next request anyway.
    const { rule, by } = first.detail;
    const what = { ...(rule !== undefined && { rule }), ...(by !== undefined && { by }) };
    const counted = { ...first, requestId: null, detail: { ...what, more, withinMs: MINUTE_MS } };
    await this.log.note(counted).catch(() => undefined);
  }
}

/** Those of nobody by what was shown, so that a flood of one kind hides no other. */
const keyOf = ({ action, actorId, detail }: AccessEvent): string =>
  `${action} ${actorId} ${String(detail['rule'] ?? detail['by'] ?? '')}`;

/** Who acts where nobody is signed in. */
export const nobody = ({ requestId }: Pick<AccessEvent, 'requestId'>) => ({
  actorId: null,
  actor: 'anonymous',
  allianceId: null,
  requestId,
  recordId: null,
});
