import type { Transaction } from '../database/transaction.js';
import { invalidEntry } from '../problems/request.problems.js';
import { fieldsOf, type RecordClass } from '../records/record.js';
import type { Act } from '../rights/act.js';

/** Codes of everybody, of the actor's alliance, of those below it, and of those above it. */
const KNOWN = `select c.list, c.code from codes c where c.list = any($1) and c.code = any($2)
  and (c.alliance_id is null or $3 or c.alliance_id = any($4) or c.alliance_id in (
    with recursive above (id, parent_id) as (
      select l.id, l.parent_id from alliances l where l.id = $5
      union select l.id, l.parent_id from above join alliances l on l.id = above.parent_id)
    select id from above))`;

/**
 * Holds that each code of an open list is one that the actor can know: the foreign key would admit what another alliance has
 * added for itself, and not tell where in the request the wrong one stands.
 * @param at where each row stands in the request
 * @throws Problem 422 with `unknown-code` at each pointer
 */
export async function checkCodes(
  transaction: Transaction,
  { actor, right }: Act,
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
  const known = await transaction.query<{ list: string; code: string }>(KNOWN, [
    fields.map(({ openList }) => openList),
    [...new Set(named.map(({ code }) => code))],
    right === null,
    actor.allianceIds,
    actor.allianceId,
  ]);
  const keys = new Set(known.map(({ list, code }) => `${list} ${code}`));
  const missing = named.filter(({ list, code }) => !keys.has(`${list} ${code}`));
  if (missing.length === 0) return;
  throw invalidEntry(missing.map(({ pointer, list }) => ({ pointer, rule: 'unknown-code', params: { list } })));
}
