import type { Act } from '../rights/act.js';
import type { ReadModel } from './read-model.js';
import type { Wanted } from './wanted.js';

/** Whether an act sees personal values in clear in this model's answers; what the program does by itself shows nobody any. */
export function showsPersonal(model: ReadModel, act: Act): boolean {
  if (act.right === null) return false;
  return Object.values(model.fields).some((field) =>
    'sql' in field ? field.unless !== undefined && act.may(field.unless) : showsPersonal(field.model, act),
  );
}

/**
 * What was asked for, as the log may keep it: codes, ids and days. Of words there is only that some were sent: they may
 * be anybody's name.
 */
export function askedFor(model: ReadModel, wanted: Wanted): Readonly<Record<string, unknown>> {
  const { asOf, knownAt, filters, q, sort, after, ever, updatedSince } = wanted;
  const kept = filters.map(({ name, values }) => [name, model.filters.get(name)?.kind === 'text' ? true : values]);
  return {
    asOf,
    ...(knownAt !== null && { knownAt }),
    ...Object.fromEntries(kept),
    ...(q !== null && { q: true }),
    ...(sort !== '' && { sort }),
    ...(after !== null && { cursor: true }),
    ...(ever && { ever }),
    ...(updatedSince !== null && { updatedSince }),
  };
}
