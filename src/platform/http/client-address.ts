import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isIP } from 'node:net';

/**
 * The address by which a client is counted and recorded, as PostgreSQL reads it. A port that a proxy wrote beside it is left
 * out; where it wrote no address at all, the proxy is the client.
 */
export function clientAddress({ ip, socket }: FastifyRequest): string {
  const named = plain(withoutPort(ip));
  return isIP(named) === 0 ? plain(socket.remoteAddress ?? '') : named;
}

/** `203.0.113.7:5555` and `[2001:db8::1]:80` without what stands behind the address. */
function withoutPort(written: string): string {
  if (written.startsWith('[')) return written.slice(1, written.indexOf(']'));
  const [host = '', port, ...more] = written.split(':');
  return port !== undefined && more.length === 0 ? host : written;
}

/** An IPv4 address in its own form, a link-local one without its zone. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1)[0] ?? address;

/** Who asks before anybody is signed in: from where, and by which request. */
export interface Caller {
  readonly address: string;
  readonly requestId: string;
}

export const callerOf = (request: FastifyRequest): Caller => ({
  address: clientAddress(request),
  requestId: request.id,
});

export const CalledBy = createParamDecorator<undefined, Caller>((_, context: ExecutionContext) =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
