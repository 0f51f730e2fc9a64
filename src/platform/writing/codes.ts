import type { Transaction } from '../database/transaction.js';
import { invalidEntry } from '../problems/request.problems.js';
import { fieldsOf, type RecordClass } from '../records/record.js';

/**
 * Holds that each code of an open list exists: the foreign key would not tell where in the request the wrong one stands.
 * @param at where each row stands in the request
 * @throws Problem 422 with `unknown-code` at each pointer
 */
export async function checkCodes(
  transaction: Transaction,
  type: RecordClass,
  contents: readonly object[],
  at: (index: number) => string,
): Promise<void> {
  const fields = [...fieldsOf(type).values()].flatMap(({ name, openList }) => (openList ? [{ name, openList }] : []));
  const named = contents.flatMap((content, index) =>
    fields.flatMap(({ name, openList: list }) => {
      const code = (content as Readonly<Record<string, unknown>>)[name];
      return typeof code === 'string' ? [{ pointer: `${at(index)}/${name}`, list, code }] : [];
    }),
  );
  if (named.length === 0) return;
  const known = await transaction.query<{ list: string; code: string }>(
    'select list, code from codes where list = any($1) and code = any($2)',
    [fields.map(({ openList }) => openList), [...new Set(named.map(({ code }) => code))]],
  );
  const keys = new Set(known.map(({ list, code }) => `${list} ${code}`));
  const missing = named.filter(({ list, code }) => !keys.has(`${list} ${code}`));
  if (missing.length === 0) return;
  throw invalidEntry(missing.map(({ pointer, list }) => ({ pointer, rule: 'unknown-code', params: { list } })));
}
