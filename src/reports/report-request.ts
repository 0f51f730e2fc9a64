import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { QueryReader, type Query } from '../platform/reading/query.js';
import type { Report } from '../platform/reading/report.js';
import { ReportAnswer } from './report-answer.js';

/** What a report is asked for: its parameters, and whether the answer is a file. */
export interface Asked {
  query: QueryReader;
  csv: boolean;
}
export const AskedFor = createParamDecorator<undefined, Asked>((_, context: ExecutionContext) => {
  const { query, headers } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Query }>>();
  const csv = query['format'] === 'csv' || (query['format'] === undefined && /^text\/csv\b/.test(headers.accept ?? ''));
  return { query: new QueryReader(query), csv };
});

/** A day as a parameter of a report. */
export const dayParameter = (name: string, description: string, example?: string): MethodDecorator =>
  ApiQuery({
    name,
    required: false,
    description,
    schema: { type: 'string', format: 'date' },
    ...(example !== undefined && { example }),
  });

const knownAt = ApiQuery({
  name: 'knownAt',
  required: false,
  description: 'As the registry knew it at this instant',
  schema: { type: 'string', format: 'date-time' },
});
const format = ApiQuery({
  name: 'format',
  required: false,
  description: 'The file instead of the header `Accept`',
  schema: { type: 'string', enum: ['json', 'csv'] },
});

/** What every report says of itself: its words, `knownAt`, `format`, and its answer in both forms. */
export const Computes = (report: Report, words: { summary: string; description?: string }): MethodDecorator =>
  applyDecorators(
    ApiOperation(words),
    knownAt,
    format,
    ApiProduces('application/json', 'text/csv'),
    ApiResponse({ status: 200, description: report.says, content: ReportAnswer.of(report) }),
  );
