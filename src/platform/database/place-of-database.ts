import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { Settings } from '../config/settings.js';
import { hasCluster, settleHome } from './embedded/home.js';
import { readPostmasterFile } from './embedded/postmaster-file.js';
import { startEmbeddedServer } from './embedded/embedded-server.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { asOwner } from './as-owner.js';
import { limits } from './connection.js';
import { cureOfUnreachable } from './unreachable.js';

/** Where the registry's database is. */
export interface PlaceOfDatabase {
  /** URL of the login that owns the database; it holds a password. */
  ownerUrl: string;
  /** Ends what was started for it; resolves when it is gone. */
  stop: () => Promise<void>;
}

/** Name of the registry's database on the program's own PostgreSQL. */
const OWN_DATABASE = 'registry';
const OLDEST_VERSION = 15;

type Say = (line: string) => void;

/**
 * The database of DATABASE_URL, or the program's own, started for this process.
 * @param onLoss called when the program's own PostgreSQL ended by itself
 * @throws StartRefusal one sentence, without the password, when it cannot be reached or started
 */
export async function placeOfDatabase(settings: Settings, say: Say, onLoss?: () => void): Promise<PlaceOfDatabase> {
  if (settings.databaseUrl !== null) return given(settings.databaseUrl);
  const server = await startEmbeddedServer({ folder: settings.dataFolder, say, onLoss });
  try {
    return { ownerUrl: await ownDatabase(server.url), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/**
 * The same for a command, which also works beside a running server: it joins that server's PostgreSQL.
 * @param mayBegin whether the command makes sense where nothing is yet
 * @throws StartRefusal where there is no registry, and the command begins none
 */
export async function placeOfRunningDatabase(settings: Settings, say: Say, mayBegin = false): Promise<PlaceOfDatabase> {
  if (!mayBegin && settings.databaseUrl === null && !hasCluster(settings.dataFolder)) {
    throw new StartRefusal(
      `DATABASE_URL is not set, and there is no registry in ${settings.dataFolder} (DATA_FOLDER): set the one or the other as the server has it.`,
    );
  }
  const running = settings.databaseUrl === null ? await runningEmbeddedServer(settings.dataFolder) : null;
  return running ?? placeOfDatabase(settings, say);
}

async function given(url: string): Promise<PlaceOfDatabase> {
  const version = await versionAt(url).catch((error: unknown) => {
    const { host, pathname } = new URL(url);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartRefusal(
      `The database ${pathname.slice(1)} at ${host || 'this machine'} cannot be reached (${message || code}): ${cureOfUnreachable(error as Error, 'DATABASE_URL')}.`,
    );
  });
  if (version < OLDEST_VERSION) {
    throw new StartRefusal(`The database of DATABASE_URL is PostgreSQL ${version}: use ${OLDEST_VERSION} or newer.`);
  }
  return { ownerUrl: url, stop: async () => undefined };
}

/** A PostgreSQL that another process of this program runs on the folder, if it answers. */
async function runningEmbeddedServer(folder: string): Promise<PlaceOfDatabase | null> {
  if (!existsSync(folder)) return null;
  const home = settleHome(folder, () => undefined);
  const server = readPostmasterFile(home.cluster);
  const passwordFile = join(home.path, 'password');
  if (!server || !existsSync(passwordFile)) return null;
  const password = readFileSync(passwordFile, 'utf8');
  const ownerUrl = `postgres://postgres:${password}@127.0.0.1:${server.port}/${OWN_DATABASE}`;
  const answers = await versionAt(ownerUrl).catch(() => 0);
  return answers > 0 ? { ownerUrl, stop: async () => undefined } : null;
}

async function ownDatabase(serverUrl: string): Promise<string> {
  await asOwner(serverUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [OWN_DATABASE]);
    if (!rowCount) await client.query(`create database ${OWN_DATABASE}`);
  });
  return Object.assign(new URL(serverUrl), { pathname: `/${OWN_DATABASE}` }).href;
}

/** Major version of the server that answers. */
async function versionAt(url: string): Promise<number> {
  const ask = (client: pg.Client) =>
    client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  const { rows } = await asOwner(url, ask, { connectionTimeoutMillis: limits.connecting });
  return Math.floor(Number(rows[0]?.version) / 10_000);
}
