import { json } from '../reading/view-fields.js';
import type { Right } from '../rights/rights.js';

/** Columns of the event's table that became personal later: images of earlier times hold them. */
const formerlyPlain = 'audit.formerly_plain f where f.table_name = e.table_name';

/** What differs between two images, field by field, under the API's names. */
const differences = (image: string, where: string): string => `(
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', i.before -> k.key, 'after', i.after -> k.key) order by k.key), '[]')
      from ${image} i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded') and ${where})`;

/** What changed and is nobody's secret. */
export const changes = differences(
  '(select e.before, e.after)',
  `not exists (select from ${formerlyPlain} and f.key = k.key)`,
);

/** The personal values of an image: those beside the event, and of earlier times those in it. */
const personalOf = (image: 'before' | 'after') =>
  `coalesce((select jsonb_object_agg(f.key, e.${image} -> f.key) from ${formerlyPlain} and e.${image} ? f.key), '{}') || coalesce(p.${image}, '{}')`;

/** What changed of the personal values, over `mask` of an image. */
export const personalChanges = (mask: (image: string) => string): string =>
  differences(
    `(select ${mask('o.before')} as before, ${mask('o.after')} as after
        from (select case when e.before is not null then ${personalOf('before')} end as before,
            case when e.after is not null then ${personalOf('after')} end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0) o)`,
    'true',
  );

/** The names of the personal fields of which `personalChanges` tells the values. */
export const personalFields = (changed: string): string =>
  `(select coalesce(json_agg(c -> 'field'), '[]') from json_array_elements(${changed}) c)`;

export const changesSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['field', 'before', 'after'],
    properties: {
      field: { type: 'string', description: 'Name of the field' },
      before: { description: 'What it was; null when it was nothing' },
      after: { description: 'What it became' },
    },
  },
};

/** The field of a history that shows personal values to those with a right. */
export const personalChangesOf = (sql: string, unless: Right) =>
  json(sql, 'What changed of the personal values; after an erasure, what took their place', changesSchema, { unless });
