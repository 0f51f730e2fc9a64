import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { QueryReader, type Query } from '../platform/reading/query.js';
import { rights } from '../platform/rights/rights.js';

/** What all reports have in common: who may read them, and how they are asked for. */

export const reportRights = rights({ name: 'Reports', scopes: { alliance: 'm.alliance_id' } }, ['read'], (may) => [
  may('secretariat', 'read').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);

export interface Asked {
  query: QueryReader;
  csv: boolean;
}
export const AskedFor = createParamDecorator<undefined, Asked>((_, context: ExecutionContext) => {
  const { query, headers } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Query }>>();
  const csv = query['format'] === 'csv' || (query['format'] === undefined && /^text\/csv\b/.test(headers.accept ?? ''));
  return { query: new QueryReader(query), csv };
});

export const day = { type: 'string', format: 'date' } as const;
export const knownAt = ApiQuery({
  name: 'knownAt',
  required: false,
  description: 'As the registry knew it at this instant',
  schema: { type: 'string', format: 'date-time' },
});
export const format = ApiQuery({
  name: 'format',
  required: false,
  description: 'The file instead of the header `Accept`',
  schema: { type: 'string', enum: ['json', 'csv'] },
});
