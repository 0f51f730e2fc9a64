import { findBinaries } from './binaries.js';
import { openCluster } from './cluster.js';
import { settleHome } from './home.js';
import { stopLeftover } from './leftover.js';
import { own } from './owner.js';
import { startPostgres, stopPostgres } from './postgres-process.js';
import { refusalBehind, StartRefusal } from '../../problems/start-refusal.js';

/** The program's own PostgreSQL, accepting connections. */
export interface EmbeddedServer {
  /** `postgres://…@127.0.0.1:port/postgres` of the superuser; the port is another one at each start. */
  url: string;
  /** Fast shutdown; resolves when the process is gone. May be called again. */
  stop(): Promise<void>;
}

/** What an embedded server is started with. */
export interface EmbeddedServerOptions {
  /** Holds the database, its password and its log; made if missing. */
  folder: string;
  /** Told what takes time, and an unexpected end. */
  say: (line: string) => void;
  /** Called when PostgreSQL ended and nobody had asked it to. */
  onLoss?: (() => void) | undefined;
  /** Settings of postgresql.conf over the durable defaults, `{ fsync: 'off' }` for tests. */
  settings?: Record<string, string>;
}

/**
 * Starts (or adopts after a crash) the program's own PostgreSQL in `folder`; resolves when it accepts connections on
 * 127.0.0.1. It ends with this process at the latest, except after `kill -9`: then the next start ends it.
 * @throws StartRefusal one sentence for the operator; nothing was damaged
 */
export async function startEmbeddedServer({
  folder,
  say,
  onLoss,
  settings = {},
}: EmbeddedServerOptions): Promise<EmbeddedServer> {
  if (process.platform === 'win32') {
    throw new StartRefusal(
      'The embedded PostgreSQL does not run on Windows: set DATABASE_URL to a server of your own.',
    );
  }
  let release = (): void => undefined;
  try {
    const home = settleHome(folder, say);
    release = own(home.path);
    process.once('exit', release);
    const binaries = await findBinaries(home);
    const password = await openCluster(home, binaries, settings.fsync !== 'off', say);
    await stopLeftover(home, say);
    const postgres = await startPostgres(home, binaries, settings, say);

    let stopping: Promise<void> | undefined;
    postgres.process.once('exit', () => {
      if (stopping) return;
      say(`PostgreSQL ended unexpectedly: see ${postgres.log}`);
      onLoss?.();
    });
    const stop = async (): Promise<void> => {
      await stopPostgres(postgres.process);
      free(release);
    };
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${postgres.port}/postgres`,
      stop: () => (stopping ??= stop()),
    };
  } catch (error) {
    free(release);
    throw (error instanceof StartRefusal ? undefined : refusalBehind(String(error), folder)) ?? error;
  }
}

function free(release: () => void): void {
  process.removeListener('exit', release);
  release();
}
