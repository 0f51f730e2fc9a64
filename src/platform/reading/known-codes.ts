import type { DatabaseQuery } from '../database/prepared-read.js';
import type { FieldError } from '../problems/problem.js';
import { invalidParameters } from '../problems/request.problems.js';
import type { Act } from '../rights/act.js';
import { today } from '../time/day.js';
import { filled } from './named-parameters.js';
import type { ReadModel } from './read-model.js';
import type { Wanted } from './wanted.js';

/** Asks the database for codes. */
type Ask = (query: DatabaseQuery, act: Act) => Promise<{ code: string }[]>;

/**
 * The codes that filters may ask for where only the database knows them. Those once found are remembered; that there is
 * none is never: another process of the server may just have added it.
 */
export class KnownCodes {
  readonly #known = new Set<string>();

  constructor(private readonly ask: Ask) {}

  /** @throws Problem 400 that lists what is allowed */
  async require(model: ReadModel, { filters }: Wanted, act: Act): Promise<void> {
    const errors: FieldError[] = [];
    for (const { name, values } of filters) {
      const among = model.filters.get(name)?.among;
      if (!among) continue;
      const keyOf = (code: string) => `${act.actor.allianceIds.join()} ${among} ${code}`;
      if (values.every((value) => this.#known.has(keyOf(value)))) continue;
      const codes = await this.codes(among, act);
      for (const code of codes) this.#known.add(keyOf(code));
      const allowed = codes.join(', ');
      const unknown = values.some((value) => !codes.includes(value));
      if (unknown) errors.push({ pointer: `/${name}`, rule: 'not-in-list', params: { allowed } });
    }
    if (errors.length > 0) throw invalidParameters(errors);
  }

  private async codes(among: string, act: Act): Promise<string[]> {
    const found = await this.ask(filled(among, { asOf: today(), ...act.ownValues }), act);
    return found.map(({ code }) => code);
  }
}
