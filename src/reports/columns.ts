import type { CodeList } from '../platform/records/code-list.js';
import type { ReportColumn } from '../platform/reading/report-shape.js';
import { yearSchema } from '../platform/reading/view-fields.js';

/** `none` is what a file says where there is no value; `unprinted` that paper has no room for it. */
type OnFiles = Pick<ReportColumn, 'none' | 'unprinted'>;
/** The columns of a report by the kind of their values. */
type Make = (says: string, heading: string, more?: OnFiles) => ReportColumn;

const make =
  (schema: ReportColumn['schema']): Make =>
  (says, heading, more) => ({ says, heading, schema, ...more });

/** What a report says about what it was asked, in front of its rows. */
const day = (description: string) => ({ type: 'string', format: 'date', description });
export const allianceId = {
  type: 'string',
  format: 'uuid',
  nullable: true,
  description: 'The alliance asked for; null: all within reach',
};
export const asOf = day('The day that it tells of');
export const period = { from: day('First day of the period'), to: day('Last day of the period') };
export const knownAt = {
  type: 'string',
  maxLength: 40,
  nullable: true,
  description: 'The instant, or the number of the audit sequence, as of which the registry was asked; null = now',
};

export const word = make({ type: 'string', nullable: true });
/** The id of a record that a row is of; not printed. */
export const idOf = make({ type: 'string', format: 'uuid', nullable: true });
/** The address of the list behind a number; not printed. */
export const link = make({ type: 'string', format: 'uri-reference', nullable: true });
/** A code of a list. */
export const code = ({ list }: CodeList, says: string, heading: string, more: OnFiles = {}): ReportColumn => ({
  ...word(`${says} (codes: \`${list}\`)`, heading),
  list,
  ...more,
});
export const date = make({ type: 'string', format: 'date', nullable: true });
export const count = make({ type: 'integer', format: 'int64' });
/** Which one of several it is, such as a congress; null for one that is not counted among them. */
export const ordinal = make({ type: 'integer', format: 'int64', nullable: true });
/** A year, which is written without a point. */
export const year = make(yearSchema);
export const number = make({ type: 'number', format: 'double', nullable: true });
/** Of a percentage, what it is a share of: so many rows, and the list of them. */
export const wholes = {
  wholeCount: number('Of a percentage: how many rows it is a share of', 'Trên tổng số', { unprinted: true }),
  wholeRows: link('Of a percentage: the list of what it is a share of', 'Toàn bộ'),
};
