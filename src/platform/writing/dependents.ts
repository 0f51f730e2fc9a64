import type { Transaction } from '../database/transaction.js';
import type { Problem } from '../problems/problem.js';
import { inSentence } from '../problems/language.js';
import { StillUsed } from '../problems/request.problems.js';
import type { RecordClass } from '../records/declarations.js';
import { allRecords, fieldsOf, recordOf, recordOfTable } from '../records/record.js';

interface Dependent {
  readonly table: string;
  readonly column: string;
}

const known = new Map<RecordClass, readonly Dependent[]>();

/** The columns of other records that name one of this type and do not stay behind when it is taken back. */
function dependentsOf(type: RecordClass): readonly Dependent[] {
  const before = known.get(type);
  if (before) return before;
  const { table: named } = recordOf(type);
  const found = allRecords().flatMap((other) =>
    [...fieldsOf(other).values()]
      .filter(({ references, staysBehind }) => references === named && !staysBehind)
      .map(({ column }) => ({ table: recordOf(other).table, column })),
  );
  known.set(type, found);
  return found;
}

/**
 * Holds that nothing standing names the record: taken back, it would go on counting there.
 * @throws StillUsed with the tables that do
 */
export async function refuseStillUsed(transaction: Transaction, type: RecordClass, id: string): Promise<void> {
  const dependents = dependentsOf(type);
  if (dependents.length === 0) return;
  const counts = dependents.map(
    ({ table, column }) =>
      `select '${table}' as records, count(*)::int as count from ${table} where ${column} = $1 and voided_at is null`,
  );
  const rows = await transaction.query<{ records: string; count: number }>(
    `select records, sum(count)::int as count from (${counts.join(' union all ')}) c where count > 0 group by records order by records`,
    [id],
  );
  if (rows.length === 0) return;
  throw stillUsedBy(rows);
}

/** In words: how many standing records of which tables name a record. */
export function stillUsedBy(dependents: readonly { records: string; count: number }[]): Problem {
  const listed = (nameOf: (table: string) => string, written: (count: number) => string) =>
    dependents.map(({ records, count }) => `${nameOf(records)}: ${written(count)}`).join(', ');
  return StillUsed({
    count: dependents.reduce((sum, { count }) => sum + count, 0),
    records: {
      vi: listed((table) => recordOfTable(table)?.vi ?? table, inSentence),
      en: listed((table) => table.replaceAll('_', ' '), String),
    },
  });
}
