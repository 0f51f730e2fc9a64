import { fileFormats } from '../platform/files/file-format.js';
import { fileContent } from '../platform/http/describe.js';
import type { Report } from '../platform/reading/report-shape.js';

/** How OpenAPI describes a report's answer: `AwardsReport` with its rows by their columns, or a file. */
export const answerOf = ({ name, says, head, columns }: Report) => ({
  'application/json': {
    schema: {
      title: titleOf(name),
      type: 'object',
      description: says,
      additionalProperties: false,
      required: ['report', ...Object.keys(head), 'rows'],
      properties: {
        report: { type: 'string', description: 'Name of the report' },
        ...head,
        rows: {
          type: 'array',
          items: {
            title: `${titleOf(name)}Row`,
            type: 'object',
            additionalProperties: false,
            required: Object.keys(columns),
            properties: Object.fromEntries(
              Object.entries(columns).map(([name, column]) => [name, { ...column.schema, description: column.says }]),
            ),
          },
        },
      },
    },
  },
  ...fileContent(fileFormats),
});

const titleOf = (name: string): string =>
  `${name.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())}Report`;
