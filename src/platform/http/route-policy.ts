import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Act } from '../rights/act.js';
import { noteDoor, type Door } from '../rights/narrowing.js';
import type { Right } from '../rights/rights.js';
import type { AnsweringMethod } from './lean-reads.js';
import { isDocumentation } from './protection.js';

/** What a route says about itself: the right it needs, or why it is open. */
export interface RoutePolicy {
  right?: Right;
  open?: string;
  bulk?: boolean;
  answers?: AnsweringMethod;
  /** Made of the right and the address when the route is registered. */
  door?: Door;
}

declare module 'fastify' {
  interface FastifyContextConfig extends RoutePolicy {}
  interface FastifyRequest {
    act: Act | null;
  }
}

/** @throws Error when a route states no policy: the program does not start */
export function requirePolicies(server: FastifyInstance): void {
  server.addHook('onRoute', ({ url, method, config }: RouteOptions) => {
    const policy = config as RoutePolicy | undefined;
    if (policy?.right) policy.door = noteDoor(String(method), url, policy.right);
    if (policy?.right || policy?.open || isDocumentation(url)) return;
    throw new Error(`${String(method)} ${url} states no policy: give it @Allow(right) or @Open(why).`);
  });
}
