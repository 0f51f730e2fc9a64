import type { RecordWords } from '../files/shape.js';
import type { RecordClass } from '../records/declarations.js';
import { allRecords, columnsOfEveryRecord, fieldsOf, recordOf } from '../records/record.js';
import { headingOfField } from './heading.js';
import type { ReadModel } from './read-model.js';

/** Whether the rows of a list are of the log, which names tables and fields. */
export const namesRecords = ({ fields }: ReadModel): boolean =>
  Object.values(fields).some((field) => 'filed' in field && field.filed !== undefined);

/** What each record and its fields are called, by their tables. */
export const wordsOfRecords = (): Readonly<Record<string, RecordWords>> =>
  Object.fromEntries(allRecords().map((type) => [recordOf(type).table, wordsOf(type)]));

function wordsOf(type: RecordClass): RecordWords {
  const ofEvery = Object.keys(columnsOfEveryRecord).map((name) => [name, { heading: headingOfField(name, null) }]);
  const declared = [...fieldsOf(type).values()].map(({ name, vi, codes }) => {
    return [name, { heading: headingOfField(name, vi), ...(codes && { list: codes.list }) }];
  });
  return { heading: recordOf(type).vi, fields: Object.fromEntries([...ofEvery, ...declared]) as RecordWords['fields'] };
}
