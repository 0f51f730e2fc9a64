import { Problem } from '../problems/problem.js';

/** What PostgreSQL or the connection to it said; TypeORM wraps it. */
export interface DatabaseError {
  code: string;
  message: string;
  severity?: string;
  constraint?: string;
  table?: string;
  detail?: string;
}

/** The class of SQLSTATEs that say: not now. Connections, resources, an operator's intervention, waited too long. */
const NOT_NOW = /^(08|53|57|58|40|55P03|25006|25P0[23])/;

/** Failures of Node's sockets and of the pool, which carry no SQLSTATE. */
const SOCKET = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/;
const POOL =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed)|Cannot use a pool|Query read timeout)/;

/** The answer of a query did not come: its connection still waits for it and cannot be used again. */
export const answerMissing = (error: unknown): boolean => said(error)?.message === 'Query read timeout';

/** Says: not now, whatever was asked. After a FATAL failure there is no connection any more. */
export const comesLater = ({ code, severity, message }: DatabaseError): boolean =>
  severity === 'FATAL' || NOT_NOW.test(code) || SOCKET.test(code) || POOL.test(message);

/** PostgreSQL's disk_full, which it also says in words: no other try will help. */
export function diskIsFull(error: unknown): boolean {
  const failure = said(error);
  return failure !== null && (failure.code === '53100' || /no space left on device/i.test(failure.message));
}

/** What a failure says; null of what is no failure of the database: a refusal, or no error at all. */
export function said(error: unknown): DatabaseError | null {
  if (!(error instanceof Error) || error instanceof Problem) return null;
  const { driverError } = error as { driverError?: unknown };
  const failure = (driverError instanceof Error ? driverError : error) as Error & Partial<DatabaseError>;
  return { ...failure, code: String(failure.code ?? ''), message: failure.message };
}
