import type { Transaction } from '../database/transaction.js';
import { filled } from '../reading/named-parameters.js';
import type { RecordClass } from '../records/declarations.js';
import { columnOf, columnsOfEveryRecord, fieldsOf } from '../records/record.js';

const fieldNamesOf = (type: RecordClass): Set<string> =>
  new Set([...Object.keys(columnsOfEveryRecord), ...fieldsOf(type).keys()]);

/**
 * Records as rows of named columns: only fields that the record declares, so that nothing else of a request can enter.
 * @throws Error for a field that the record does not have: a fault of the program, not of the caller
 */
export function rowsOf<T extends object>(type: RecordClass<T>, records: readonly T[]) {
  const fields = fieldNamesOf(type);
  const named = [...new Set(records.flatMap((record) => Object.keys(record)))].filter((name) =>
    records.some((record) => record[name as keyof T] !== undefined),
  );
  for (const name of named) if (!fields.has(name)) throw new Error(`${type.name} has no field ${name}.`);
  return {
    columns: named.map(columnOf),
    rows: records.map((record) =>
      Object.fromEntries(named.map((name) => [columnOf(name), record[name as keyof T] ?? null])),
    ),
  };
}

/** A condition on named columns; null asks for null. At least one column, so that it never means everything. */
export function conditionOn<T extends object>(type: RecordClass<T>, where: object) {
  const fields = fieldNamesOf(type);
  const entries = Object.entries(where).filter(([, value]) => value !== undefined);
  if (entries.length === 0) throw new Error(`A search of ${type.name} needs a condition.`);
  for (const [name] of entries) if (!fields.has(name)) throw new Error(`${type.name} has no field ${name}.`);
  const sql = entries
    .map(([name, value]) =>
      value === null
        ? `${columnOf(name)} is null`
        : `${columnOf(name)} = ${Array.isArray(value) ? `any(:${name})` : `:${name}`}`,
    )
    .join(' and ');
  return { sql, values: Object.fromEntries(entries.filter(([, value]) => value !== null)) };
}

/** Rows of a select as records of a class. */
export async function selectInto<T extends object>(
  transaction: Transaction,
  type: RecordClass<T>,
  sql: string,
  values: Readonly<Record<string, unknown>>,
): Promise<T[]> {
  const { text, values: inPlaces } = filled(sql, values);
  const rows = await transaction.query<object>(text, inPlaces);
  return rows.map((row) => recordFrom(type, row));
}

/** A record of its class, as `change` and `void` ask it for. */
export const recordFrom = <T extends object>(type: RecordClass<T>, fields: object): T =>
  Object.assign(Object.create(type.prototype) as T, fields);
