import type { ReadModel } from './read-model.js';

/** What the list's query says for itself: no filter is called so. */
const OWN_PARAMETERS = ['q', 'ever', 'updatedSince', 'sort', 'asOf', 'knownAt', 'limit', 'cursor', 'total', 'format'];

/**
 * Refuses a declaration that no list could keep. The program does not start with one.
 * @throws Error that says what is wrong
 */
export function refuseUnsound({ says, fields, filters, sorts, order }: ReadModel): void {
  const wrong = [
    ...[order.replace(/^-/, '')].flatMap((name) =>
      name === '' || sorts.has(name) ? [] : [`it goes by \`${name}\`, which sorts nothing`],
    ),
    ...[...filters.keys()].flatMap((name) =>
      OWN_PARAMETERS.includes(name) ? [`its filter \`${name}\` is a parameter of every list`] : [],
    ),
    ...Object.entries(fields).flatMap(([name, field]) =>
      'sql' in field && field.sort === true && field.nullable
        ? [`it sorts by \`${name}\`, which may be null: the pages would lose those rows`]
        : [],
    ),
  ];
  if (wrong.length > 0) throw new Error(`The read model "${says}" is not sound: ${wrong.join('; ')}.`);
}
