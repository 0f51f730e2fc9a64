import { Inject, Injectable, Optional } from '@nestjs/common';
import { Database } from '../database/database.js';
import { lostRace } from '../database/database-errors.js';
import type { Transaction } from '../database/transaction.js';
import { Problem } from '../problems/problem.js';
import { Answer } from '../reading/answer.js';
import type { ReadModel } from '../reading/read-model.js';
import { Reader } from '../reading/reader.js';
import type { VoidingEntry } from '../records/entries.js';
import type { RecordClass } from '../records/declarations.js';
import type { RegistryRecord } from '../records/record.js';
import type { Act } from '../rights/act.js';
import { answerOnce } from './idempotency.js';
import { checkReferences } from './references.js';
import { OpenCodes } from './codes.js';
import { Registry } from './registry.js';

/** What a write says about itself; every entry class has it. */
export interface Grounds {
  reason?: string | null;
  sourceDocumentId?: string | null;
}

/** Told after each commit, so that the audit is numbered soon. */
export const AFTER_COMMIT = Symbol('after commit');

/** How often a body is run at most after losing a race: the second run sees the winner's rows. */
const MOST_RUNS = 4;

/** The unit of work: one transaction, one place where a request's writes happen. */
@Injectable()
export class Work {
  private readonly codes = new OpenCodes();

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
    @Optional() @Inject(AFTER_COMMIT) private readonly afterCommit: (() => void) | null = null,
  ) {}

  /**
   * Runs a use case in one READ COMMITTED transaction that carries actor, reason, document and request for the audit;
   * `registry.take` locks what it decides about. After a serialisation failure, a deadlock, or a constraint that lost a
   * race, the body runs again, so that its guard clauses can say in words what happened. With an `Idempotency-Key` the
   * stored answer commits with the rows.
   *
   * @param entry the checked body; its `reason` and `sourceDocumentId` enter the audit
   * @throws Problem whatever the body throws; the problem that a violated constraint proves
   */
  async run(act: Act, entry: Grounds, body: (registry: Registry) => Promise<Answer>): Promise<Answer> {
    for (let run = 1; ; run += 1) {
      try {
        const answer = await this.database.transaction(act.actor.passage, async (transaction) => {
          await this.introduce(transaction, act, entry);
          const attempt = () => this.attempt(transaction, act, entry, body);
          return act.circumstances.idempotencyKey ? answerOnce(transaction, act, attempt) : attempt();
        });
        this.afterCommit?.();
        return answer;
      } catch (error) {
        if (error instanceof Problem || !lostRace(error) || run === MOST_RUNS) throw error;
      }
    }
  }

  /**
   * Takes one record back as entered by mistake: it stays in the history, and in no list. The whole use case, where nothing
   * but what still names it stands against it.
   * @param holdFirst takes hold of what is held before it, and of which it is no part
   * @throws StillUsed
   */
  void<T extends RegistryRecord>(
    type: RecordClass<T>,
    view: ReadModel,
    id: string,
    entry: VoidingEntry,
    act: Act,
    holdFirst: (registry: Registry) => Promise<unknown> = () => Promise.resolve(),
  ): Promise<Answer> {
    return this.run(act, entry, async (registry) => {
      await holdFirst(registry);
      await registry.void(await registry.take(type, id), entry.reason);
      return registry.showCreated(view, id);
    });
  }

  private async attempt(
    transaction: Transaction,
    act: Act,
    entry: Grounds,
    body: (registry: Registry) => Promise<Answer>,
  ) {
    const paper = entry.sourceDocumentId
      ? [{ table: 'documents', id: entry.sourceDocumentId, pointer: '/sourceDocumentId' }]
      : [];
    await checkReferences(transaction, act, paper);
    return body(new Registry(transaction, this.reader, act, this.codes, paper));
  }

  /** Tells the audit's trigger who writes, why, and by which paper; forgotten at the end of the transaction. */
  private async introduce(transaction: Transaction, { actor, circumstances, why }: Act, entry: Grounds): Promise<void> {
    await transaction.query(
      `select set_config('registry.actor_id', $1, true), set_config('registry.actor', $2, true),
        set_config('registry.request_id', $3, true), set_config('registry.reason', $4, true),
        set_config('registry.source_document_id', $5, true)`,
      [actor.id ?? '', actor.name, circumstances.requestId, entry.reason ?? why ?? '', entry.sourceDocumentId ?? ''],
    );
  }
}
