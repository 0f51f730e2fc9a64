import { Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

/** How long requests that run may take to end once the server stops, and how often its idle connections are closed. */
const MOST_PATIENCE_MS = 10_000;
const SWEEP_MS = 50;
/** In which a proxy sends what it has begun to send. */
const FAREWELL_MS = 250;

const stopping = new WeakSet<FastifyInstance>();

/** Lets each answer of a server that stops say that it is the last one of its connection. */
export function announceStop(server: FastifyInstance): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (stopping.has(server)) reply.header('connection', 'close');
    done(null, payload);
  });
}

/**
 * Stops a server behind a proxy, which would tell its client of an error where a connection is closed on which it just sends: no new
 * connections any more, and each answer announces it. Then as below.
 */
export async function stopBehindProxy(app: NestFastifyApplication): Promise<void> {
  const server = app.getHttpAdapter().getInstance();
  stopping.add(server);
  Server.prototype.close.call(server.server); // that of HTTP also closes what is idle, and what is not read yet is taken for idle
  await pause(FAREWELL_MS);
  await stopGracefully(app);
}

/**
 * Stops a server: it accepts no connections any more, answers what runs, closes each connection as it falls idle, and what is
 * left after ten seconds; then everything behind it ends. Resolves when all of it is gone.
 */
export async function stopGracefully(app: NestFastifyApplication): Promise<void> {
  const { server } = app.getHttpAdapter().getInstance();
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const patience = setTimeout(() => server.closeAllConnections(), MOST_PATIENCE_MS);
  try {
    await app.close();
  } finally {
    clearInterval(sweep);
    clearTimeout(patience);
  }
}
