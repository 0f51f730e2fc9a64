import Negotiator from 'negotiator';

/** The files in which lists and reports leave the registry. */
export const fileFormats = ['csv', 'xlsx', 'pdf'] as const;
export type FileFormat = (typeof fileFormats)[number];
/** Those of a list that nobody prints: it has too many columns for a page. */
export const sheetFormats: readonly FileFormat[] = ['csv', 'xlsx'];

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** The type as it is sent: of a text, with its encoding. */
export const sentAs = (format: FileFormat): string =>
  format === 'csv' ? `${contentTypes.csv}; charset=utf-8` : contentTypes[format];

/** Most rows of one file: what is still read in it, and the server makes without harm to others. */
export const mostRowsIn: Readonly<Record<FileFormat, number>> = { csv: 10_000, xlsx: 10_000, pdf: 2_000 };

/** What is wrong with asking for a file of more. */
export const tooManyRows = (format: FileFormat) => ({
  pointer: '/format',
  rule: 'too-many-rows',
  params: { max: mostRowsIn[format] },
});

/** Of a type in `Accept`, but for its weight: `text/csv; charset=utf-8` is what we send. */
const PARAMETERS = /;(?!\s*q\s*=)[^;,]*/gi;

/** The file that the header `Accept` prefers to JSON; null = JSON. */
export function formatAccepted(accept: string | undefined, formats: readonly FileFormat[]): FileFormat | null {
  if (accept === undefined) return null;
  const offered = ['application/json', ...formats.map((format) => contentTypes[format])];
  const types = accept.slice(0, 1_000).replaceAll(PARAMETERS, '');
  const [preferred] = new Negotiator({ headers: { accept: types } }).mediaTypes(offered);
  return formats.find((format) => contentTypes[format] === preferred) ?? null;
}

/** The headers of a file's answer (RFC 6266). @param name may hold what an alliance calls a document, `12/QĐ-LMHTX` */
export const disposition = (name: string, format: FileFormat) => ({
  'Content-Disposition': `attachment; filename="${plainName(name)}.${format}"`,
});

/** As every file system and every header takes it: letters without marks, and a hyphen for whatever else is no letter. */
const plainName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/Đ/g, 'D')
    .replace(/đ/g, 'd')
    .replace(/[^\w.-]+/g, '-');
