import type { ReportColumn } from '../platform/reading/report.js';

/** The columns of a report by the kind of their values. */
type Make = (says: string, heading: string) => ReportColumn;

const make =
  (schema: ReportColumn['schema']): Make =>
  (says, heading) => ({ says, heading, schema });

export const word = make({ type: 'string', nullable: true });
export const count = make({ type: 'integer', format: 'int64' });
export const number = make({ type: 'number', format: 'double', nullable: true });
