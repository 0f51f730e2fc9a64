import { fileFormats } from '../platform/files/file-format.js';
import { fileContent } from '../platform/http/describe.js';
import type { Report } from '../platform/reading/report-shape.js';

/** How OpenAPI describes a report's answer: the rows by their columns, or a file. */
export const answerOf = ({ says, head, columns }: Report) => ({
  'application/json': {
    schema: {
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
            type: 'object',
            additionalProperties: false,
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
