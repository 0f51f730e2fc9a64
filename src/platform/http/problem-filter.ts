import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemOfDatabaseError } from '../database/database-errors.js';
import { languageOf } from '../problems/language.js';
import { Problem } from '../problems/problem.js';
import { problemDocument } from '../problems/problem-document.js';
import {
  BodyTooLarge,
  MalformedRequest,
  SignInNeeded,
  Unexpected,
  UnknownRecord,
  UnsupportedMedia,
} from '../problems/request.problems.js';
import { Answer } from '../reading/answer.js';
import { bodyLimitOf } from './body.js';

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
  if (problem.definition === Unexpected().definition) {
    const { name, message, stack, code } = error as Error & { code?: string };
    request.log.error({ name, code, message: code ? undefined : message, stack: code ? undefined : stack }, 'unexpected');
  }
  const path = request.url.split('?', 1)[0] ?? '';
  const language = languageOf(request.headers['accept-language']);
  const body = JSON.stringify(problemDocument(problem, { language, path, id: request.id }));
  const challenge: Record<string, string> = problem.definition.code === SignInNeeded.code ? { 'WWW-Authenticate': 'Bearer' } : {};
  void reply
    .code(problem.definition.status)
    .send(Answer.of(CONTENT_TYPE, body, { ...problem.headers, ...challenge, 'Content-Language': language }));
}

function problemOf(error: unknown, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error;
  const fromDatabase = problemOfDatabaseError(error);
  if (fromDatabase) return fromDatabase;
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return BodyTooLarge({ max: bodyLimitOf(request) });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return UnsupportedMedia();
  if (error instanceof HttpException && error.getStatus() === 404) return UnknownRecord();
  if (error instanceof HttpException && error.getStatus() === 400) return MalformedRequest({ why: 'HTTP' });
  if (code?.startsWith('FST_') && statusCode && statusCode < 500) return MalformedRequest({ why: code });
  return Unexpected();
}
