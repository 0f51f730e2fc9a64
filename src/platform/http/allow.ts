import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiParam, ApiSecurity } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { UnknownRecord } from '../problems/request.problems.js';
import type { Answer } from '../reading/answer.js';
import type { Act } from '../rights/act.js';
import type { Right } from '../rights/rights.js';
import { isUuid } from '../records/uuid.js';

/** What a guarded route returns: what was read with its right, or nothing. */
type Answering = (...parameters: never[]) => Answer | Promise<Answer> | Promise<void>;

/**
 * Who may call a route: those who have this right. Only a finished right has the type, and a method that returns anything
 * but an `Answer` does not compile under it.
 * @param options.bulk admits a body of up to 2 MB
 */
export function Allow(right: Right, { bulk = false }: { bulk?: boolean } = {}) {
  return <Method extends Answering>(target: object, name: string, method: TypedPropertyDescriptor<Method>): void =>
    applyDecorators(
      RouteConfig({ right, bulk, answers: { controller: target.constructor, name } }),
      ApiExtension('x-policy', right.policy),
      ApiSecurity('bearer'),
      ApiSecurity('key'),
    )(target, name, method);
}

/** A route that anybody may call, and why that is right. */
export const Open = (why: string): MethodDecorator =>
  applyDecorators(RouteConfig({ open: why }), ApiExtension('x-policy', { open: why }));

/** The act that the gate admitted. */
export const By = createParamDecorator<undefined, Act>((_, context: ExecutionContext) => {
  const { act } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!act) throw new Error('This route was reached without an act.');
  return act;
});

const idIn = createParamDecorator<undefined, string>((_, context: ExecutionContext) => {
  const { id } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id: string } }>>().params;
  if (!isUuid(id)) throw UnknownRecord();
  return id.toLowerCase();
});

/** The `{id}` of the path. What is no UUID is unknown like any other: the same answer. */
export const Id = (): ParameterDecorator => (target, key, index) => {
  idIn()(target, key, index);
  const descriptor = key && Object.getOwnPropertyDescriptor(target, key);
  if (!descriptor || !key) return;
  ApiParam({ name: 'id', schema: { type: 'string', format: 'uuid' }, description: 'Its id' })(target, key, descriptor);
};
