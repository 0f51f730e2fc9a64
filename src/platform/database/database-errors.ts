import {
  invalidField,
  invalidParameters,
  MalformedRequest,
  TookTooLong,
  Unavailable,
} from '../problems/request.problems.js';
import { Problem, problemProvenBy } from '../problems/problem.js';
import { comesLater, diskIsFull, said, type DatabaseError } from './failure.js';
import { StartRefusal } from '../problems/start-refusal.js';

/** Nearly always by `statement_timeout`: an operator's hand may have done it too. */
const QUERY_CANCELED = '57014';

/** What was to be changed is not as it was read any more, and was not held. */
export class RaceLost extends Error {
  constructor(table: string) {
    super(`A row of ${table} has changed since it was read.`);
  }
}

/**
 * Whether running the transaction again may end otherwise: a serialisation failure, a deadlock, or a unique, exclusion
 * or version constraint, which a concurrent transaction can break after the guard clauses have looked.
 */
export function lostRace(error: unknown): boolean {
  if (error instanceof RaceLost) return true;
  const failure = said(error);
  return (
    failure !== null && (/^(40001|40P01|23505|23P01)$/.test(failure.code) || failure.constraint === 'version_step')
  );
}

/**
 * The problem behind a failure of the database, or null when the program is at fault. Neither values nor PostgreSQL's
 * own words reach the caller.
 */
export function problemOfDatabaseError(error: unknown): Problem | null {
  const failure = said(error);
  if (!failure) return null;
  if (comesLater(failure)) {
    return new Problem(failure.code === QUERY_CANCELED ? TookTooLong : Unavailable, {}, [], { 'Retry-After': '5' });
  }
  if (failure.constraint === 'audit_instant_to_come') {
    return invalidParameters([{ pointer: '/knownAt', rule: 'in-the-future', params: {} }]);
  }
  const proven = failure.constraint === undefined ? undefined : problemProvenBy(failure.constraint);
  if (proven) return new Problem(proven);
  if (failure.code === '23503') return unknownReference(failure);
  if (failure.code.startsWith('22')) return MalformedRequest({ why: `SQLSTATE ${failure.code}` });
  return null;
}

/** The sentence for an operator where the disk or the connection failed, and the program had no part in it. */
export function refusalOfDatabaseError(error: unknown): StartRefusal | undefined {
  const failure = said(error);
  if (!failure) return undefined;
  if (diskIsFull(error))
    return new StartRefusal('The disk that holds the database is full: free some space and do it again.');
  if (!comesLater(failure)) return undefined;
  return new StartRefusal(
    `The database did not answer (${failure.message}): see that it runs, or in its log why it ended, and do it again.`,
  );
}

/** Foreign keys are named `<table>_<column>_fk`, and `<table>_<column>_code` where a list of codes is referenced. */
function unknownReference({ constraint = '', table = '', detail = '' }: DatabaseError): Problem | null {
  const [, column, kind] = /^(.+)_(fk|code)$/.exec(constraint.replace(`${table}_`, '')) ?? [];
  if (!column) return null;
  const pointer = `/${column.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())}`;
  if (kind === 'fk') return invalidField(pointer, 'unknown-reference');
  const list = /"codes_(\w+)"/.exec(detail)?.[1];
  return invalidField(pointer, 'unknown-code', list === undefined ? {} : { list });
}
