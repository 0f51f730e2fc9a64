import type { ExtraFilter, ReadModel } from './read-model.js';
import { listParameters, parametersOfSome } from './wanted.js';

const ownParameters = [...parametersOfSome, ...listParameters];

/**
 * Refuses a declaration that no list could keep. The program does not start with one.
 * @throws Error that says what is wrong
 */
export function refuseUnsound(
  { says, fields, filters, sorts, order, inForce, printed, calledBy }: ReadModel,
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
