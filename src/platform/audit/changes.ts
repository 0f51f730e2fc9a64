import { json } from '../reading/view-fields.js';
import type { Right } from '../rights/rights.js';

/** Columns of the event's table that became personal later: images of earlier times hold them. */
const formerlyPlain = 'audit.formerly_plain f where f.table_name = e.table_name';

/** How the value of a field is told; by default as it is. @param value of type jsonb, of the field named `k.key`, as SQL */
type Told = (value: string) => string;

/** What differs between two images, field by field, under the API's names: what is told in part may look the same before and after. */
const differences = (image: string, where: string, told: Told = (value) => value): string => `(
      select coalesce(json_agg(json_build_object('field', registry.api_name(k.key), 'before', ${told('i.before -> k.key')}, 'after', ${told('i.after -> k.key')}) order by k.key), '[]')
      from ${image} i
      cross join lateral (select jsonb_object_keys(coalesce(i.before, '{}') || coalesce(i.after, '{}')) as key) k
      where i.before -> k.key is distinct from i.after -> k.key
        and k.key not in ('version', 'created_at', 'updated_at', 'folded', 'folded_in_full') and ${where})`;

/** What changed and is nobody's secret. */
export const changes = differences(
  '(select e.before, e.after)',
  `not exists (select from ${formerlyPlain} and f.key = k.key)`,
);

/** The personal values of an image: those beside the event, and of earlier times those in it. */
const personalOf = (image: 'before' | 'after') =>
  `coalesce((select jsonb_object_agg(f.key, e.${image} -> f.key) from ${formerlyPlain} and e.${image} ? f.key), '{}') || coalesce(p.${image}, '{}')`;

/** What changed of the personal values. @param which of the fields named `k.key`, as SQL */
export const personalChanges = (which: string, told?: Told): string =>
  differences(
    `(select case when e.before is not null then ${personalOf('before')} end as before,
            case when e.after is not null then ${personalOf('after')} end as after
          from (select) one left join audit.personal p on p.event_id = e.id offset 0)`,
    which,
    told,
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
  json(sql, 'What changed of the personal values; after an erasure, what took their place', changesSchema, {
    unless,
    filed: 'changes',
  });
