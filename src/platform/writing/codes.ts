import type { Transaction } from '../database/transaction.js';
import { invalidEntry } from '../problems/request.problems.js';
import { inOrder, numbered } from '../reading/named-parameters.js';
import { codesWithinReach } from '../records/code-list.js';
import type { RecordClass } from '../records/declarations.js';
import { fieldsOf } from '../records/record.js';
import type { Act } from '../rights/act.js';

/** The program by itself knows all of them. */
const KNOWN = numbered(`select c.list || ' ' || c.code as key, c.alliance_id is null as common from codes c
  where c.list = any(:lists) and c.code = any(:codes) and (:everywhere or ${codesWithinReach})`);

/** Codes of open lists in what is written. Those of everybody are remembered: only a migration adds or renames one. */
export class OpenCodes {
  readonly #common = new Set<string>();

  /**
   * Holds that each code is one that the actor can know: the foreign key would admit what another alliance has added for
   * itself, and not tell where in the request the wrong one stands.
   * @param at where each row stands in the request
   * @throws Problem 422 with `unknown-code` at each pointer
   */
  async require(
    transaction: Transaction,
    act: Act,
    type: RecordClass,
    contents: readonly object[],
    at: (index: number) => string,
  ): Promise<void> {
    const named = codesIn(type, contents, at).filter(({ key }) => !this.#common.has(key));
    if (named.length === 0) return;
    const values = {
      lists: [...new Set(named.map(({ list }) => list))],
      codes: [...new Set(named.map(({ code }) => code))],
      everywhere: act.right === null,
      ...act.ownValues,
    };
    const known = await transaction.query<{ key: string; common: boolean }>(KNOWN.text, inOrder(KNOWN.names, values));
    for (const { key, common } of known) if (common) this.#common.add(key);
    const keys = new Set(known.map(({ key }) => key));
    const missing = named.filter(({ key }) => !keys.has(key));
    if (missing.length === 0) return;
    throw invalidEntry(missing.map(({ pointer, list }) => ({ pointer, rule: 'unknown-code', params: { list } })));
  }
}

function codesIn(type: RecordClass, contents: readonly object[], at: (index: number) => string) {
  const fields = [...fieldsOf(type).values()].flatMap(({ name, codes }) =>
    codes?.codes === null ? [{ name, list: codes.list }] : [],
  );
  return contents.flatMap((content, index) =>
    fields.flatMap(({ name, list }) => {
      const code = (content as Readonly<Record<string, unknown>>)[name];
      return typeof code === 'string' ? [{ pointer: `${at(index)}/${name}`, list, code, key: `${list} ${code}` }] : [];
    }),
  );
}
