import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { contentTypes, fileFormats } from '../platform/files/file-format.js';
import { Answers } from '../platform/http/describe.js';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import type { Report } from '../platform/reading/report-shape.js';
import { knownAtWords } from '../platform/reading/schema.js';
import { answerOf } from './report-answer.js';

/** The days that a report is asked for, in this order: words for each, and an example that the demo registry answers. */
export const Days = (days: Readonly<Record<string, { says: string; example?: string }>>): MethodDecorator =>
  applyDecorators(
    ...Object.entries(days).map(([name, { says, example }]) =>
      ApiQuery({
        name,
        required: false,
        description: says,
        schema: { type: 'string', format: 'date', ...(example !== undefined && { example }) },
      }),
    ),
  );

const knownAt = ApiQuery({
  name: 'knownAt',
  required: false,
  ...knownAtWords,
});
const allianceId = ApiQuery({
  name: 'allianceId',
  required: false,
  description: 'One alliance alone; all within reach by default, the balance of a term: of your own',
  schema: { type: 'string', format: 'uuid' },
});
const format = ApiQuery({
  name: 'format',
  required: false,
  description: 'The file instead of the header `Accept`',
  schema: { type: 'string', enum: ['json', ...fileFormats] },
});

/** What every report says of itself: its words, `allianceId`, `knownAt`, `format`, and its answer in each form. */
export const Computes = (report: Report, words: { summary: string; description?: string }): MethodDecorator =>
  applyDecorators(
    ApiOperation(words),
    allianceId,
    knownAt,
    format,
    Answers(UnknownRecord),
    ApiProduces('application/json', ...Object.values(contentTypes)),
    ApiResponse({ status: 200, description: report.says, content: answerOf(report) }),
  );
