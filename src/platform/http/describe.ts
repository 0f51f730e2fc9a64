import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ProblemDefinition } from '../problems/problem.js';
import { contentTypes, formatAccepted, type FileFormat } from '../files/file-format.js';
import { parametersOf, wantedOfList, wantedOfRecord, QueryReader, type Query } from '../reading/query.js';
import { publish, type ReadModel } from '../reading/read-model.js';
import { parameterSchema } from '../reading/schema.js';
import { wantedAsOf, type Wanted } from '../reading/wanted.js';
import { today } from '../time/day.js';
import { refer } from './answer-headers.js';
import { declareProblems } from './declared-problems.js';
import { LARGEST_FILE } from './document-limits.js';

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

/** The problems that a route answers besides those that follow from its shape. */
export const Answers =
  (...problems: Problems): MethodDecorator =>
  (controller, method) =>
    declareProblems(`${controller.constructor.name}_${String(method)}`, problems);

/** What is answered with success, and with which headers of its own. */
const succeeds = (
  status: number,
  description: string,
  schema: string,
  headers: ReturnType<typeof refer> = {},
  files: ReturnType<typeof fileContent> = {},
): MethodDecorator =>
  ApiResponse({
    status,
    description,
    headers,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } }, ...files },
  });

/** A write that can be repeated with the same key. */
export const Repeatable = ApiHeader({
  name: 'Idempotency-Key',
  required: false,
  description: 'Repeat the request with the same key, and it is answered as the first time (kept 72 hours)',
  schema: { type: 'string', maxLength: 200 },
});

/** Lists and reports are files as well. */
export const fileContent = (formats: readonly FileFormat[]) =>
  Object.fromEntries(
    formats.map((format) => [
      contentTypes[format],
      { schema: { type: 'string', maxLength: LARGEST_FILE, ...(format !== 'csv' && { format: 'binary' }) } },
    ]),
  );

const operation = ({ summary, description, problems = [] }: RouteWords) =>
  applyDecorators(ApiOperation({ summary, ...(description && { description }) }), Answers(...problems));

const documented = (model: ReadModel, names: readonly string[]) =>
  names.map((name) => ApiQuery({ name, required: false, ...parameterSchema(model, name) }));

/** Ids grow with time. */
const IN_ORDER_OF_ENTRY = 'In the order of their ids, in which they were entered.';

/** A list of what a read model describes: filters, order, pages, as of a day, as known at an instant. */
export function Lists(model: ReadModel, words: RouteWords): MethodDecorator {
  if (model.version !== null && model.updatedAt === null)
    throw new Error(`The list of ${model.name} cannot be kept up with: its read model says no \`updatedAt\`.`);
  publish(model);
  const description = [words.description, ...(model.sorts.size === 0 ? [IN_ORDER_OF_ENTRY] : [])]
    .filter(Boolean)
    .join(' ');
  return applyDecorators(
    operation({ ...words, description }),
    ...documented(model, parametersOf(model)),
    succeeds(200, `${model.says}: a page of them`, `${model.name}Page`, refer('Link'), fileContent(model.files)),
  );
}

/** One record, as of a day, as known at an instant. */
export function Shows(model: ReadModel, words: RouteWords): MethodDecorator {
  publish(model);
  return applyDecorators(
    operation(words),
    ...documented(model, ['asOf', 'knownAt']),
    ...(model.version === null ? [succeeds(200, model.says, model.name)] : versioned(model)),
  );
}

const versioned = (model: ReadModel) => [
  ApiHeader({
    name: 'If-None-Match',
    required: false,
    description: 'The ETag you have: 304 when it still holds',
    schema: { type: 'string', maxLength: 100 },
  }),
  succeeds(200, model.says, model.name, refer('ETag')),
  ApiResponse({ status: 304, description: 'What you have still holds', headers: refer('ETag') }),
];

/** A record or an event is entered: 201 with `Location`. */
export function Enters(model: ReadModel, words: RouteWords): MethodDecorator {
  publish(model);
  return applyDecorators(
    operation(words),
    Repeatable,
    succeeds(201, model.says, model.name, refer('ETag', 'Location')),
  );
}

/** Many records are entered at once: 201 with their ids. */
export function EntersMany(words: RouteWords): MethodDecorator {
  return applyDecorators(
    operation(words),
    Repeatable,
    succeeds(201, 'The ids of what was entered, in the order sent', 'EnteredIds'),
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
    Repeatable,
    succeeds(200, model.says, model.name, refer('ETag')),
  );
}

type ListRequest = FastifyRequest<{ Querystring: Query }>;
const requestIn = (context: ExecutionContext) => context.switchToHttp().getRequest<ListRequest>();

const queryIn = ({ query }: ListRequest): Query | null => (Object.keys(query).length > 0 ? query : null);

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

/** The parameters of the address, for a route that has its own; it reads them and then `finish`es. */
export const QueryOf = createParamDecorator<undefined, QueryReader>(
  (_, context) => new QueryReader(requestIn(context).query),
);
