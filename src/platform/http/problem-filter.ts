import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOfDatabaseError } from '../database/database-errors.js';
import { diskIsFull } from '../database/failure.js';
import { languageOf } from '../problems/language.js';
import { Problem } from '../problems/problem.js';
import { problemDocument } from '../problems/problem-document.js';
import {
  BodyTooLarge,
  MalformedRequest,
  MethodNotAllowed,
  NotRecorded,
  Unexpected,
  UnknownAddress,
  UnknownRecord,
  UnsupportedMedia,
} from '../problems/request.problems.js';
import { fieldTermsOf } from '../records/valid-entry.js';
import { allowedAt } from './allowed-methods.js';
import { bodyLimitOf } from './body.js';
import { protections } from './protection.js';

const CONTENT_TYPE = 'application/problem+json; charset=utf-8';

/** Every failure leaves as a problem document, whoever threw it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    refuse(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }
}

/** Answers a request with what went wrong. What nobody foresaw is logged, without parameters and details. */
export function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request);
  const { code, status } = problem.definition;
  if (code === Unexpected.code) logUnforeseen(error, request);
  if (code === NotRecorded.code) logUnforeseen(problem.cause, request, 'the audit log could not be written');
  else if (status === 503) logAbsent(problem.cause ?? error, code, request);
  if (reply.raw.headersSent) return;
  const language = languageOf(request.headers['accept-language']);
  const asked = { language, path: pathOf(request), id: request.id, terms: fieldTermsOf(request.body) };
  void reply
    .code(status)
    .headers(status === 401 ? { ...protections, 'www-authenticate': challengeOf(request) } : protections)
    .headers({ 'content-language': language, 'cache-control': 'no-store', ...problem.headers })
    .type(CONTENT_TYPE)
    .send(JSON.stringify(problemDocument(problem, asked)));
}

/** What a 401 must say (RFC 6750): how to sign in, and that the token that was shown is good for nothing. */
const challengeOf = ({ headers }: FastifyRequest): string =>
  headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"';

/** Answers what Node could not read as a request: its headers were too long, too slow, or no HTTP. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const problem = MalformedRequest({ why: 'HTTP' });
  const { status } = problem.definition;
  const body = JSON.stringify(problemDocument(problem, { language: 'vi', path: '', id: '' }));
  const headers = {
    ...protections,
    'cache-control': 'no-store',
    'content-type': CONTENT_TYPE,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n'));
}

/** The problem behind a failure, whoever threw it: a register, Fastify, Nest or the database. */
function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return problemOfStatus(error.getStatus(), request);
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: number };
  if (typeof code === 'string' && code.startsWith('FST_')) return problemOfStatus(statusCode ?? 500, request);
  if (error === request.raw.errored) return MalformedRequest({ why: 'HTTP' }); // the caller went away; nothing of ours is lost
  return problemOfDatabaseError(error) ?? Unexpected();
}

/** Nest and Fastify only say by a status that there is no such address, or what they could not read. */
function problemOfStatus(status: number, request: FastifyRequest): Problem {
  if (status === 404) return methodNotAllowedAt(request) ?? UnknownAddress();
  if (status === 414) return UnknownRecord();
  if (status === 413) return BodyTooLarge({ max: bodyLimitOf(request) });
  if (status === 415) return UnsupportedMedia();
  return status < 500 ? MalformedRequest({ why: 'HTTP' }) : Unexpected();
}

/** What is asked with a method that its address does not take; null when there is no such address. */
function methodNotAllowedAt(request: FastifyRequest): Problem | null {
  const allowed = allowedAt(request).join(', ');
  if (allowed === '') return null;
  return new Problem(MethodNotAllowed, { method: request.method, allowed }, [], { allow: allowed });
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';

/** What the request needs did not answer, or not in time: the database, the provider of single sign-on. */
function logAbsent(error: unknown, problem: string, request: FastifyRequest): void {
  const { name, code } = (error ?? {}) as Error & { code?: string };
  const words = diskIsFull(error) ? 'the disk of the database is full' : 'what was needed did not answer';
  request.log.warn({ problem, name, code, route: request.routeOptions?.url }, words);
}

/** PostgreSQL's messages may repeat values: of its failures only the code is logged, and which right was missing on what (42501). */
function logUnforeseen(error: unknown, request: FastifyRequest, words = 'a failure that nobody foresaw'): void {
  const { name, message, stack, code } = (error ?? {}) as Error & { code?: string };
  const seen = code === undefined || code === '42501' || code.startsWith('FST_') || code.startsWith('ERR_');
  request.log.error({ name, code, route: request.routeOptions?.url, ...(seen && { message, stack }) }, words);
}
