import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { QueryReader, type Query } from '../reading/query.js';

/** The parameters of the address, for a route that has its own; it reads them and then `finish`es. */
export const QueryOf = createParamDecorator<undefined, QueryReader>((_, context: ExecutionContext) => {
  const { query } = context.switchToHttp().getRequest<FastifyRequest<{ Querystring: Query }>>();
  return new QueryReader(query);
});
