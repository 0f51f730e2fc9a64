import type { Transaction } from '../database/transaction.js';
import { invalidEntry } from '../problems/request.problems.js';
import { inOrder, numbered } from '../reading/named-parameters.js';
import type { RecordClass } from '../records/declarations.js';
import { fieldsOf, recordOfTable } from '../records/record.js';
import type { Act } from '../rights/act.js';

/** A reference in a request: which record of which table, and where the request names it. */
export interface RequestedReference {
  readonly table: string;
  readonly id: string;
  readonly pointer: string;
}

/** The references in a record's content. */
export function referencesIn(type: RecordClass, content: object, at: string): RequestedReference[] {
  const found: RequestedReference[] = [];
  for (const { name, references } of fieldsOf(type).values()) {
    const id = (content as Record<string, unknown>)[name];
    if (references && typeof id === 'string') found.push({ table: references, id, pointer: `${at}/${name}` });
  }
  return found;
}

/**
 * Holds that each reference leads to a standing record within the act's scope: a foreign key alone would tell a stranger
 * which ids exist.
 * @throws Problem 422 with `unknown-reference` at each pointer that does not
 */
export async function checkReferences(
  transaction: Transaction,
  act: Act,
  references: readonly RequestedReference[],
): Promise<void> {
  const missing: RequestedReference[] = [];
  for (const table of new Set(references.map((reference) => reference.table))) {
    const wanted = references.filter((reference) => reference.table === table);
    const seen = await visible(
      transaction,
      act,
      table,
      wanted.map(({ id }) => id),
    );
    missing.push(...wanted.filter(({ id }) => !seen.has(id)));
  }
  if (missing.length > 0) {
    throw invalidEntry(missing.map(({ pointer }) => ({ pointer, rule: 'unknown-reference', params: {} })));
  }
}

async function visible(
  transaction: Transaction,
  act: Act,
  table: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const record = recordOfTable(table);
  if (!record) throw new Error(`A reference points to ${table}, which is no record's table.`);
  const standing = Object.keys(record.scopes).length > 0 ? ' and voided_at is null' : '';
  const scope = act.predicateOn({ name: table, scopes: record.scopes });
  const { text, names } = numbered(`select id from ${table} where id = any(:ids)${standing} and (${scope})`);
  const values = { ids: [...new Set(ids)], ...act.ownValues };
  const rows = await transaction.query<{ id: string }>(text, inOrder(names, values));
  return new Set(rows.map(({ id }) => id));
}
