import type { NestedField } from './nested.js';
import type { ExtraFilter, ReadModel } from './read-model.js';
import { listParameters, parametersOfSome } from './wanted.js';

const ownParameters = [...parametersOfSome, ...listParameters];

/** What the tables of a `from` are called there. */
function aliasesIn(from: string): string[] {
  const words = from.split(/\s+/);
  return words.filter((_, at) => at === 1 || words[at - 2] === 'join');
}

/**
 * Whether the condition that should speak of the row around speaks of the nested rows alone, by a name that both have: it would
 * hold for rows of everybody.
 */
function isCaptured({ model, on }: NestedField, around: string): boolean {
  const words = on.split(/[^\w.]/);
  const named = aliasesIn(around).filter((alias) => words.some((word) => word.startsWith(`${alias}.`)));
  return named.length > 0 && named.every((alias) => aliasesIn(model.from).includes(alias));
}

/**
 * Refuses a declaration that no list could keep. The program does not start with one.
 * @throws Error that says what is wrong
 */
export function refuseUnsound(
  { says, from, fields, filters, sorts, order, inForce, printed, calledBy }: ReadModel,
  extra: Readonly<Record<string, ExtraFilter>> = {},
): void {
  const wrong = [
    ...[order.replace(/^-/, '')].flatMap((name) =>
      name === '' || sorts.has(name) ? [] : [`it goes by \`${name}\`, which sorts nothing`],
    ),
    ...[...filters.keys()].flatMap((name) =>
      ownParameters.includes(name) ? [`its filter \`${name}\` is a parameter of every list`] : [],
    ),
    ...Object.entries(fields).flatMap(([name, field]) =>
      'sql' in field && field.sort === true && field.nullable
        ? [`it sorts by \`${name}\`, which may be null: the pages would lose those rows`]
        : [],
    ),
    ...Object.entries(fields).flatMap(([name, field]) =>
      'nested' in field && isCaptured(field, from) ? [`nothing ties \`${name}\` to a row of its own: ${field.on}`] : [],
    ),
    ...Object.entries(extra).flatMap(([name, { sql }]) =>
      sql === 'true' || new RegExp(`:${name}\\b`).test(sql) ? [] : [`its filter \`${name}\` does not ask for :${name}`],
    ),
    ...[...printed, ...calledBy].flatMap((path) =>
      String(path.split('.', 1)[0]) in fields ? [] : [`it is told by \`${path}\`, which is no field of it`],
    ),
    ...('voidedAt' in fields && inForce !== null && !inForce.includes('voided_at')
      ? ['what was entered by mistake is in force in it (`voided_at is null` is missing)']
      : []),
  ];
  if (wrong.length > 0) throw new Error(`The read model "${says}" is not sound: ${wrong.join('; ')}.`);
}
