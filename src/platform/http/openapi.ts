import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { MOST_ERRORS } from '../problems/request.problems.js';
import { allReadModels } from '../reading/read-model.js';
import { schemaOfModel, schemaOfPage } from '../reading/schema.js';
import { BODY_LIMIT, BULK_BODY_LIMIT, MOST_MEMBERS } from './body.js';
import { complete } from './complete-document.js';

const introduction = `The registry of a Cooperative Alliance (Liên minh Hợp tác xã): who is a member, since when, by which
decision, and what they were on any day.

1. **Sign in** with \`POST /api/v1/auth/sessions\`, press *Authorize*, paste the access token; or use a key.
2. **Read**: every list and record takes \`asOf\` (true in the world on that day) and \`knownAt\` (as the registry knew it).
3. **Correct** with \`PATCH\`: what you leave out stays as it is, \`null\` empties a field that may be empty; send the ETag as \`If-Match\`.
4. **Errors** are problem documents with a stable \`code\`; each has a page, \`/docs/problems/{code}\`. They speak Vietnamese, or English
   with \`Accept-Language: en\`.
5. **A body** has ${BODY_LIMIT / 1024} KB at most, ${BULK_BODY_LIMIT / 1024 / 1024} MB where many records are entered at once, lists of up to ${MOST_MEMBERS} members, and
   no field that is not named here.`;

const problemSchema = {
  type: 'object',
  description: 'A refusal (RFC 9457)',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code', 'requestId'],
  properties: {
    type: { type: 'string', description: 'The page that explains it' },
    title: { type: 'string' },
    status: { type: 'integer', format: 'int32' },
    detail: { type: 'string' },
    instance: { type: 'string', description: 'The path that was asked' },
    code: { type: 'string', description: 'Stable, English' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      maxItems: MOST_ERRORS,
      description: `What is wrong, and where; the first ${MOST_ERRORS}, so that another try may tell of more`,
      items: {
        type: 'object',
        required: ['pointer', 'code', 'message', 'params'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer to the field' },
          code: { type: 'string' },
          message: { type: 'string' },
          params: { type: 'object', additionalProperties: true },
        },
      },
    },
  },
} as const;

const enteredIds = {
  type: 'object',
  additionalProperties: false,
  required: ['ids'],
  properties: { ids: { type: 'array', maxItems: 500, items: { type: 'string', format: 'uuid' } } },
} as const;

/** The OpenAPI document of the program: routes from their decorators, schemas from entries and read models. */
export function documentOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('htx-registry')
    .setDescription(introduction)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/')
    .addBearerAuth(
      { type: 'http', scheme: 'bearer', bearerFormat: 'opaque', description: 'The access token of a session' },
      'bearer',
    )
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Api-Key', description: 'A key for a machine' }, 'key')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const entries = Object.entries(document.components?.schemas ?? {});
  const schemas: Record<string, object> = {
    ...Object.fromEntries(entries.map(([name, schema]) => [name, { ...schema, additionalProperties: false }])),
    Problem: problemSchema,
    EnteredIds: enteredIds,
  };
  for (const model of allReadModels()) {
    schemas[model.name] = schemaOfModel(model);
    schemas[`${model.name}Page`] = schemaOfPage(model);
  }
  document.components = {
    ...document.components,
    schemas: schemas as NonNullable<OpenAPIObject['components']>['schemas'] & object,
  };
  return complete(document);
}

/** Swagger UI at /docs, the document at /docs/openapi.json; made when first asked for, so that the start is quick. */
export function publishDocument(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => documentOf(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    raw: ['json'],
    customSiteTitle: 'htx-registry',
    swaggerOptions: { docExpansion: 'none', filter: true }, // all tasks on one screen, to be found by a word
  });
}
