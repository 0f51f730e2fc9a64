import { aFewAtOnce, bytesOf } from './bytes.js';
import type { Operation } from './document.js';
import { insistedOn } from './cells.js';
import { clientOf, hasRecord, type Finding, type Stage } from './stage.js';
import { sealed } from './untouched.js';

/**
 * What others record changes no answer: every list, count, search, order, report and export is asked before and after,
 * and must say the same.
 */
export class Answered {
  private readonly before = new Map<string, string>();

  constructor(
    private readonly stage: Stage,
    private readonly actor: { actor: string; role: string },
    private readonly scopes: readonly string[],
    /** A word of the names that others recorded. */
    private readonly word: string,
  ) {}

  async note(): Promise<void> {
    await sealed(this.stage.rows);
    await this.each(async (where, answer) => void this.before.set(where, answer));
  }

  /** @param whose what was recorded since, in words */
  async compare(whose: string): Promise<void> {
    await sealed(this.stage.rows);
    await this.each(async (where, answer) => {
      this.stage.tried.doors += 1;
      if (this.before.get(where) === answer) return;
      const finding: Finding = { where: `${where} × ${this.actor.actor}`, what: `says something else since ${whose}` };
      this.stage.findings.push(finding);
    });
  }

  private async each(work: (where: string, answer: string) => Promise<void>): Promise<void> {
    const questions = this.stage.operations
      .filter((operation) => this.asks(operation))
      .flatMap((operation) => this.questionsOf(operation));
    await aFewAtOnce(questions, async ({ operation, query }) => {
      const parameters = new URLSearchParams(query);
      for (const { name, required } of operation.query) {
        if (required) parameters.set(name, await insistedOn(this.stage, name, { actor: 'secretariat' }));
      }
      if (parameters.has('knownAt')) parameters.set('knownAt', new Date(Date.now() - 1).toISOString());
      const reply = await clientOf(this.stage, this.actor).get(`${operation.template}?${parameters}`);
      await work(`${operation.name}?${query}`, bytesOf(reply, parameters.get('knownAt') ?? ''));
    });
  }

  /** The log grows by asking. */
  private asks(operation: Operation): boolean {
    const scope = operation.grants?.find(({ role }) => role === this.actor.role)?.scope ?? '';
    const isLog = operation.template.startsWith('/api/v1/audit/');
    return (
      operation.method === 'GET' &&
      !hasRecord(operation) &&
      !operation.template.includes('{') &&
      !isLog &&
      this.scopes.includes(scope)
    );
  }

  private questionsOf(operation: Operation): { operation: Operation; query: string }[] {
    const takes = (name: string) => operation.query.find((parameter) => parameter.name === name);
    const sorts = (takes('sort')?.schema.enum ?? []) as string[];
    const all = takes('ever') ? 'ever=true&' : '';
    return [
      '',
      ...(takes('total') ? [`${all}total=true&limit=200`] : []),
      ...(takes('q') ? [`${all}q=${encodeURIComponent(this.word)}`] : []),
      ...sorts.map((sort) => `${all}sort=${sort}`),
      ...(takes('format') ? ['format=csv'] : []),
      ...(takes('asOf') ? ['asOf=2021-01-01'] : []),
      ...(takes('knownAt') ? [`${all}knownAt=now`] : []),
    ].map((query) => ({ operation, query }));
  }
}
