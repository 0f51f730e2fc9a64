/** The files in which lists and reports leave the registry. */
export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The file that the header `Accept` asks for before anything else; null = JSON. */
export const formatAccepted = (accept: string | undefined): FileFormat | null =>
  accept === undefined
    ? null
    : (fileFormats.find((format) => accept.trimStart().startsWith(contentTypes[format])) ?? null);

/** The headers of a file's answer (RFC 6266); the name is ASCII. */
export const disposition = (name: string, format: FileFormat) => ({
  'Content-Disposition': `attachment; filename="${name}.${format}"`,
});
