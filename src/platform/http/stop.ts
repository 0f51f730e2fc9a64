import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** How long requests that run may take to end once the server stops, and how often its idle connections are closed. */
const MOST_PATIENCE_MS = 10_000;
const SWEEP_MS = 50;

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
