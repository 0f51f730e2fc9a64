import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Refusals } from './platform/audit/refusals.js';
import type { Settings } from './platform/config/settings.js';
import { fastifyFor, furnish } from './platform/http/fastify.js';
import { FrameworkLog } from './platform/http/framework-log.js';
import { ACTOR_SOURCE, type ActorSource } from './platform/http/gate.js';
import { callReadsDirectly } from './platform/http/lean-reads.js';
import { publishDocument } from './platform/http/openapi.js';
import { ProblemFilter } from './platform/http/problem-filter.js';
import { publishProblems } from './platform/http/problem-pages.js';
import { stopBehindProxy, stopGracefully } from './platform/http/stop.js';
import { keepAnswersYoung } from './platform/http/young-answers.js';

interface ServerOptions {
  /** Of the login that works as `registry_server`. */
  databaseUrl: string;
  /** Of the login that works as `registry_visitor`; the same by default. */
  visitorUrl?: string;
  settings: Settings;
}

/** The program, made but not listening. */
export async function createProgram({
  databaseUrl,
  visitorUrl = databaseUrl,
  settings,
}: ServerOptions): Promise<NestFastifyApplication> {
  keepAnswersYoung();
  const rooms = AppModule.with({ databaseUrl, visitorUrl }, settings);
  const app = await NestFactory.create<NestFastifyApplication>(rooms, fastifyFor(settings), {
    logger: new FrameworkLog(),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  const server = app.getHttpAdapter().getInstance();
  await furnish(server, { source: app.get<ActorSource>(ACTOR_SOURCE), refusals: app.get(Refusals) }, settings);
  callReadsDirectly(app);
  publishProblems(server);
  publishDocument(app);
  return app;
}

/**
 * Starts to listen.
 * @returns its address, and what stops it: running requests are answered first
 * @throws Error when a route states no policy, the port is taken, or the database cannot be used
 */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const app = await createProgram(options);
  try {
    await app.listen(options.settings.port, options.settings.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  const stop = options.settings.trustedProxies.length > 0 ? stopBehindProxy : stopGracefully;
  return { url: (await app.getUrl()).replace('[::1]', 'localhost'), close: () => stop(app) };
}
