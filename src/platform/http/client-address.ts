import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isIP } from 'node:net';

/**
 * The address by which a client is counted and recorded, as PostgreSQL reads it. A port that a proxy wrote beside it is left
 * out; where it wrote no address at all, the proxy is the client.
 */
export function clientAddress({ ip, socket }: FastifyRequest): string {
  const [, between] = /^\[(.+)\](?::\d+)?$/.exec(ip) ?? [];
  const [, before] = /^([\d.]+):\d+$/.exec(ip) ?? [];
  const named = plain(between ?? before ?? ip);
  return isIP(named) === 0 ? plain(socket.remoteAddress ?? '') : named;
}

/** An IPv4 address in its own form, a link-local one without its zone. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '').split('%', 1)[0] ?? address;

export const ClientAddress = createParamDecorator<undefined, string>((_, context: ExecutionContext) =>
  clientAddress(context.switchToHttp().getRequest<FastifyRequest>()),
);
