import type { NestedField } from './nested.js';
import type { ReadModel } from './read-model.js';
import { DEFAULT_LIMIT, LONGEST_CURSOR, LONGEST_TEXT, MOST_LIMIT, MOST_VALUES } from './wanted.js';
import type { ValueSchema, ViewField } from './view-fields.js';

/** The OpenAPI schema of a read model; nested models stand inside, as they do in the answer. */
export function schemaOfModel(model: ReadModel): ValueSchema {
  const fields = Object.entries(model.fields);
  return {
    type: 'object',
    description: model.says,
    additionalProperties: false,
    required: fields.map(([name]) => name),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOfField(field)])),
  };
}

function schemaOfField(field: ViewField | NestedField): ValueSchema {
  if ('sql' in field) {
    const nullable = field.nullable || field.unless;
    const mask = field.unless ? `; null for those without the right ${field.unless.name}` : '';
    return {
      ...field.schema,
      description: field.says + mask,
      ...(nullable && { nullable: true }),
      ...(field.unless && { 'x-mask': field.unless.policy }),
      ...(field.example !== undefined && { example: field.example }),
    };
  }
  const schema = schemaOfModel(field.model);
  return field.nested === 'one'
    ? { ...schema, description: field.says, nullable: true }
    : { type: 'array', description: field.says, items: schema };
}

/** The page of a list: items and the cursor of the next page. */
export const schemaOfPage = (model: ReadModel): ValueSchema => ({
  type: 'object',
  description: `A page: ${model.says}`,
  additionalProperties: false,
  required: ['items', 'next'],
  properties: {
    items: { type: 'array', maxItems: MOST_LIMIT, items: { $ref: `#/components/schemas/${model.name}` } },
    next: { type: 'string', nullable: true, description: 'Send it as `cursor` for the next page; null on the last' },
    total: { type: 'integer', format: 'int64', description: 'How many there are, when `total=true` was asked' },
  },
});

interface ParameterWords {
  description: string;
  schema: object;
}

const flagSchema = { type: 'string', enum: ['true', 'false'] };

/** `knownAt`, wherever it is asked. */
export const knownAtWords = {
  description:
    'As the registry knew it: at an instant (RFC 3339, such as `2020-12-21T09:00:00+07:00`), or at a number of the audit sequence, which answers with the same bytes for ever where `asOf`, today by default, is given too, unless somebody in it was erased since: such a person stands there without name, and the rows in another order. What a history lists is known from when it was sealed, a moment after its `at`: its `sequence` shows just what it left',
  schema: {
    oneOf: [
      { type: 'string', format: 'date-time' },
      { type: 'integer', format: 'int64', minimum: 0 },
    ],
  },
};

/** What a list's parameter is, for its documentation. */
export function parameterSchema(model: ReadModel, name: string): ParameterWords {
  switch (name) {
    case 'asOf':
      return {
        description: `The day (Việt Nam) on which the answer was true in the world, such as \`2020-11-27\`; today by default${
          model.dayBy ? `, or the day of \`${model.dayBy}\`, beside which no other may be asked for` : ''
        }`,
        schema: { type: 'string', format: 'date' },
      };
    case 'knownAt':
      return knownAtWords;
    case 'limit':
      return {
        // No `default`: the page of the documentation would send it, with a file too, which takes none.
        description: `Items on a page; ${DEFAULT_LIMIT} unless said otherwise`,
        schema: { type: 'integer', format: 'int32', minimum: 1, maximum: MOST_LIMIT },
      };
    case 'cursor':
      return { description: 'The `next` of the page before', schema: { type: 'string', maxLength: LONGEST_CURSOR } };
    case 'sort':
      return {
        description: `The order; \`-\` = descending; the id breaks ties${model.order ? `; by default \`${model.order}\`` : ''}${model.filedBy ? `, of a file \`${model.filedBy}\`` : ''}`,
        schema: { type: 'string', enum: [...model.sorts.keys()].flatMap((key) => [key, `-${key}`]) },
      };
    case 'format':
      return {
        description: 'The whole list as a file, instead of the header `Accept`; without `limit`, `cursor` and `total`',
        schema: { type: 'string', enum: ['json', ...model.files] },
      };
    case 'total':
      return { description: 'Count all items too', schema: flagSchema };
    case 'ever':
      return { description: 'Also those that are not in force on the day', schema: flagSchema };
    case 'updatedSince':
      return {
        description:
          'Only what was written since this instant; whoever synchronises asks from a minute before the last time, since a write has the instant at which it began. With `ever=true`, or what ended and was taken back stays away. What a record merely names, and its warnings, do not count',
        schema: { type: 'string', format: 'date-time' },
      };
    case 'q':
      return {
        description: `Words to search in ${model.search?.says}, in their order; others may stand between them, and diacritics do not matter (đ = d); HTX, QTDND, UBND and the like stand for their words, and these for them`,
        schema: { type: 'string', maxLength: LONGEST_TEXT },
      };
    default:
      return filterSchema(model, name);
  }
}

function filterSchema(model: ReadModel, name: string): ParameterWords {
  const filter = model.filters.get(name);
  if (!filter) throw new Error(`${model.name} has no parameter ${name}.`);
  const formats: Readonly<Record<string, object>> = {
    id: { type: 'string', format: 'uuid' },
    day: { type: 'string', format: 'date' },
    instant: { type: 'string', format: 'date-time' },
    integer: { type: 'integer', format: 'int64' },
    decimal: { type: 'number', format: 'double' },
    flag: flagSchema,
    code: { type: 'string', maxLength: 63, ...(filter.codes?.codes && { enum: [...filter.codes.codes] }) },
  };
  const value = formats[filter.kind] ?? { type: 'string', maxLength: LONGEST_TEXT };
  return {
    description: filter.repeats ? `${filter.says}; may be repeated` : filter.says,
    schema: filter.repeats ? { type: 'array', maxItems: MOST_VALUES, items: value } : value,
  };
}
