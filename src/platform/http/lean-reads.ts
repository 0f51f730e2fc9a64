import type { ExecutionContext, Type } from '@nestjs/common';
import {
  EXCEPTION_FILTERS_METADATA,
  GUARDS_METADATA,
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
  ROUTE_ARGS_METADATA,
} from '@nestjs/common/internal';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from './problem-filter.js';

/** The method of a controller that answers a route; `Allow` names it. */
export interface AnsweringMethod {
  controller: Type<Record<string, (...parameters: unknown[]) => unknown>>;
  name: string;
}

/** One parameter of a method, as `createParamDecorator` keeps it. */
interface Parameter {
  index: number;
  data: unknown;
  factory?: (data: unknown, context: ExecutionContext) => unknown;
  pipes: unknown[];
}

/** What only Nest does for a route: one that asks for any of it is left to Nest. */
const STEPS_OF_NEST = [
  EXCEPTION_FILTERS_METADATA,
  GUARDS_METADATA,
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
];

/**
 * Calls the methods of guarded reads straight from Fastify. Nest puts five promises, its interceptors' and its pipes' turns
 * around a method even where there are none: a quarter of the processor time of a read whose answer is at hand. Guarded
 * reads ask Nest for parameters only; whatever asks for more goes Nest's way, unchanged.
 */
export function callReadsDirectly(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      const method = route.config?.answers;
      if (!method || (route.method !== 'GET' && route.method !== 'HEAD')) return;
      const parameters = parametersOf(method);
      if (parameters) route.handler = caller(app.get(method.controller, { strict: false }), method.name, parameters);
    });
}

/** The parameters of a method, or null when it needs Nest. */
function parametersOf({ controller, name }: AnsweringMethod): Required<Parameter>[] | null {
  const places: object[] = [controller, controller.prototype[name] ?? controller];
  if (places.some((place) => STEPS_OF_NEST.some((step) => Reflect.hasMetadata(step, place)))) return null;
  const kept = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Parameter>;
  const parameters = Object.values(kept);
  const made = parameters.filter(
    (one): one is Required<Parameter> => one.factory !== undefined && one.pipes.length === 0,
  );
  return made.length === parameters.length ? made : null;
}

function caller(
  controller: Record<string, (...parameters: unknown[]) => unknown>,
  name: string,
  parameters: Required<Parameter>[],
) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    try {
      const context = new ExecutionContextHost([request, reply]);
      const values: unknown[] = [];
      for (const { index, factory, data } of parameters) values[index] = factory(data, context);
      const answer = controller[name]?.(...values);
      if (!(answer instanceof Promise)) return void reply.send(answer);
      answer.then(
        (found) => void reply.send(found),
        (error: unknown) => refuse(error, request, reply),
      );
    } catch (error) {
      refuse(error, request, reply);
    }
  };
}
