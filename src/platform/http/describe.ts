import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ProblemDefinition } from '../problems/problem.js';
import { contentTypes, formatAccepted, type FileFormat } from '../files/file-format.js';
import { parametersOf, wantedOfList, wantedOfRecord, type Query } from '../reading/query.js';
import { publish, type ReadModel } from '../reading/read-model.js';
import { parameterSchema } from '../reading/schema.js';
import { wantedAsOf, type Wanted } from '../reading/wanted.js';
import { today } from '../time/day.js';

/**
 * The decorators that document a route in one line each, from its read model: parameters, answer, problems. They stand
 * beside `@Allow(right)`, so that everything before a route's body is visible on it.
 */

type Problems = readonly ProblemDefinition[];

interface RouteWords {
  /** What the reader gets or does, in a sentence of the user's words. */
  summary: string;
  description?: string;
  /** The problems of this route besides those that every route has. */
  problems?: Problems;
}

export const problemContent = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

/** Each problem that a route declares, grouped by status as OpenAPI wants it. */
export function Answers(...problems: Problems): MethodDecorator {
  const byStatus = new Map<number, string[]>();
  for (const { status, code, title } of problems) {
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\`: ${title.en}`]);
  }
  return applyDecorators(
    ...[...byStatus].map(([status, lines]) =>
      ApiResponse({ status, description: lines.join('. '), content: problemContent }),
    ),
  );
}

/** Lists and reports are files as well. */
export const fileContent = (formats: readonly FileFormat[]) =>
  Object.fromEntries(
    formats.map((format) => [
      contentTypes[format],
      { schema: { type: 'string', ...(format !== 'csv' && { format: 'binary' }) } },
    ]),
  );

const operation = ({ summary, description }: RouteWords) =>
  ApiOperation({ summary, ...(description && { description }) });

const queryOf = (model: ReadModel, names: readonly string[]) =>
  names.map((name) => ApiQuery({ name, required: false, ...parameterSchema(model, name) }));

const schemaOf = (model: ReadModel) => ({ $ref: `#/components/schemas/${model.name}` });

/** A list of what a read model describes: filters, order, pages, as of a day, as known at an instant. */
export function Lists(model: ReadModel, words: RouteWords): MethodDecorator {
  publish(model);
  return applyDecorators(
    operation(words),
    ...queryOf(model, parametersOf(model)),
    ApiResponse({
      status: 200,
      description: `${model.says}: a page of them`,
      content: {
        'application/json': { schema: { $ref: `#/components/schemas/${model.name}Page` } },
        ...fileContent(model.files),
      },
    }),
    Answers(...(words.problems ?? [])),
  );
}

/** One record, as of a day, as known at an instant. */
export function Shows(model: ReadModel, words: RouteWords): MethodDecorator {
  publish(model);
  return applyDecorators(
    operation(words),
    ...queryOf(model, ['asOf', 'knownAt']),
    ApiHeader({
      name: 'If-None-Match',
      required: false,
      description: 'The ETag you have: 304 when it still holds',
      schema: { type: 'string', maxLength: 100 },
    }),
    ApiResponse({ status: 200, description: model.says, content: { 'application/json': { schema: schemaOf(model) } } }),
    Answers(...(words.problems ?? [])),
  );
}

/** A record or an event is entered: 201 with `Location`. */
export function Enters(model: ReadModel, words: RouteWords): MethodDecorator {
  publish(model);
  return applyDecorators(
    operation(words),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Repeat the request with the same key, and it is answered as the first time (kept 72 hours)',
      schema: { type: 'string', maxLength: 200 },
    }),
    ApiResponse({ status: 201, description: model.says, content: { 'application/json': { schema: schemaOf(model) } } }),
    Answers(...(words.problems ?? [])),
  );
}

/** Many records are entered at once: 201 with their ids. */
export function EntersMany(words: RouteWords): MethodDecorator {
  return applyDecorators(
    operation(words),
    ApiResponse({
      status: 201,
      description: 'The ids of what was entered, in the order sent',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/EnteredIds' } } },
    }),
    Answers(...(words.problems ?? [])),
  );
}

/** A record is corrected (PATCH, merge): needs `If-Match`. */
export function Corrects(model: ReadModel, words: RouteWords): MethodDecorator {
  publish(model);
  return applyDecorators(
    operation(words),
    ApiHeader({
      name: 'If-Match',
      required: true,
      description: 'The ETag of the record you read',
      schema: { type: 'string', maxLength: 100 },
    }),
    ApiResponse({ status: 200, description: model.says, content: { 'application/json': { schema: schemaOf(model) } } }),
    Answers(...(words.problems ?? [])),
  );
}

type ListRequest = FastifyRequest<{ Querystring: Query }>;
const requestIn = (context: ExecutionContext) => context.switchToHttp().getRequest<ListRequest>();

const queryIn = ({ query }: ListRequest): Query | null => {
  for (const name in query) if (name) return query;
  return null;
};

/** The checked wish of a list. An empty query is not checked again. */
export const WantedOf = createParamDecorator<ReadModel, Wanted>((model, context) => {
  const request = requestIn(context);
  const query = queryIn(request);
  const { accept } = request.headers;
  return query
    ? wantedOfList(model, query, accept)
    : wantedAsOf(today(), { file: formatAccepted(accept, model.files) });
});

/** The checked `asOf` and `knownAt` of one record. */
export const AsOf = createParamDecorator<undefined, Wanted>((_, context) => {
  const query = queryIn(requestIn(context));
  return query ? wantedOfRecord(query) : wantedAsOf(today());
});
