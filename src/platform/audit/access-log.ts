import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { Problem } from '../problems/problem.js';
import { NotRecorded } from '../problems/request.problems.js';
import type { Act } from '../rights/act.js';
import type { AccessAction } from './actions.js';

/** An event of access: who did what, and in `detail` what it was about; never a personal value. */
export interface AccessEvent {
  readonly action: AccessAction;
  readonly actorId: string | null;
  readonly actor: string;
  readonly allianceId: string | null;
  readonly requestId: string | null;
  /** The one record that it is about. */
  readonly recordId: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

interface Waiting {
  readonly event: AccessEvent;
  readonly recorded: () => void;
  readonly failed: (problem: Problem) => void;
}

/** Events that one statement writes, and that may wait for it. */
const MOST_AT_ONCE = 500;
const MOST_WAITING = 20_000;

/**
 * The log of who saw what, beside that of writes: whoever answers waits until the event is there. While one statement runs,
 * what comes meanwhile gathers for the next, so that a flood costs one connection and few commits.
 */
@Injectable()
export class AccessLog {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly database: Database) {}

  /** Resolves when the event is in the log. @throws Problem 503 when it cannot be: then nothing may be shown */
  note(event: AccessEvent): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) return Promise.reject(notRecorded('too many wait'));
    return new Promise((recorded, failed) => {
      this.waiting.push({ event, recorded, failed });
      if (!this.writing) void this.write();
    });
  }

  /** The same for what an act does. @param records those that are shown */
  noteAct(
    { actor, circumstances }: Act,
    action: AccessAction,
    detail: AccessEvent['detail'],
    records: readonly string[] = [],
  ): Promise<void> {
    return this.note({
      action,
      actorId: actor.id,
      actor: actor.name,
      allianceId: actor.allianceId,
      requestId: circumstances.requestId,
      recordId: records.length === 1 ? (records[0] ?? null) : null,
      detail: { request: circumstances.target, ...detail, ...(records.length > 0 && { records }) },
    });
  }

  private async write(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST_AT_ONCE);
      try {
        const values = [JSON.stringify(batch.map(({ event }) => event))];
        await this.database.run({ name: 'note-access', text: 'select audit.note($1)', values });
        for (const { recorded } of batch) recorded();
      } catch (error) {
        for (const { failed } of batch) failed(notRecorded(error));
      }
    }
    this.writing = false;
  }
}

function notRecorded(cause: unknown): Problem {
  const problem = new Problem(NotRecorded, {}, [], { 'Retry-After': '5' });
  problem.cause = cause;
  return problem;
}
