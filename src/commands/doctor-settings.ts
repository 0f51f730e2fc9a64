import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type pg from 'pg';
import { checkpointsIn, MISSING_CHECKPOINT } from '../platform/audit/another-history.js';
import { CheckpointNotKept, fromStorage, latestIn } from '../platform/audit/checkpoint-file.js';
import { signersOf } from '../platform/audit/idle-keys.js';
import { keyHash } from '../platform/audit/signed-note.js';
import { signingKey, signingKeyFile } from '../platform/audit/signing-key.js';
import type { Settings } from '../platform/config/settings.js';
import { faultOfLogins } from '../platform/database/logins.js';
import { fullDisks } from './disk-room.js';
import { faultOfProxy } from './reverse-proxy.js';
import { faultOfSecondFactorKey } from './second-factor-key.js';

/** What was looked at, what is wrong with it (null when nothing is), and what to do then. */
export interface Finding {
  about: string;
  wrong: string | null;
  cure: string;
}

/** What the settings of this machine are beside an up-to-date database, asked as its owner. */
export async function findingsOfSettings(client: pg.Client, ownerUrl: string, settings: Settings): Promise<Finding[]> {
  return [
    {
      about: 'logins of the server',
      wrong: settings.databaseUrl === null ? null : await faultOfLogins(ownerUrl, settings),
      cure: 'run `npm run htx -- logins make`, and set SERVER_DATABASE_URL and VISITOR_DATABASE_URL to what it says',
    },
    {
      about: 'second factors',
      wrong: await faultOfSecondFactorKey(ownerUrl, settings),
      cure: 'set the one that the servers had; if it is lost, let an administrator remove each second factor, and enrol again',
    },
    {
      about: 'the key of the audit log',
      wrong: await faultOfKey(client, settings),
      cure: 'put the log’s own key there, for the account of the server alone (chmod 600); if it is lost, run `npm run htx -- audit renew-key`; a key that was put into the table goes as docs/audit.md says',
    },
    {
      about: 'the file of checkpoints',
      wrong: settings.checkpointFile === null ? null : await faultOfCheckpoints(client, settings.checkpointFile),
      cure: 'see that its storage is there, has room and takes writes: a running server then appends what is missing, and the next start makes one that is new; where the database lacks what it has, as after an older backup, put it aside as docs/audit.md says',
    },
    {
      about: 'the provider of single sign-on',
      wrong: await faultOfProvider(settings),
      cure: 'compare OIDC_ISSUER with the `issuer` that its metadata say, and see that this machine reaches it',
    },
    {
      about: 'reverse proxy',
      wrong: faultOfProxy(settings),
      cure: 'set it to the addresses from which the proxy comes (docs/operations.md, Behind a reverse proxy)',
    },
    {
      about: 'clocks',
      wrong: await clocksApart(client),
      cure: 'let both keep time by NTP: what is written has the time of PostgreSQL’s, codes of apps and ends of keys are told by this machine’s',
    },
    {
      about: 'room on the disks',
      wrong: await fullDisks(settings),
      cure: 'free a gigabyte for the database, without which it takes no writes, or 16 MB for checkpoints',
    },
  ];
}

async function faultOfProvider(settings: Settings): Promise<string | null> {
  if (settings.oidcIssuer === null) return null;
  const [{ discoverProvider }, { wordsOf }] = await Promise.all([
    import('../access/discover-provider.js'),
    import('../access/provider-failures.js'),
  ]);
  return discoverProvider(settings).then(
    () => null,
    (error: unknown) => `${settings.oidcIssuer} does not answer as it should (${wordsOf(error)})`,
  );
}

const YOUNGEST_KEY = `select name, public_key as key, (select note from audit.checkpoints order by size desc limit 1) as note
  from audit.signing_keys order by step desc limit 1`;

async function faultOfKey(client: pg.Client, settings: Settings): Promise<string | null> {
  const { rows } = await client.query<{ name: string; key: Buffer; note: string | null }>(YOUNGEST_KEY);
  const [log] = rows;
  if (!log) return null; // the first start makes it
  const file = signingKeyFile(settings);
  try {
    const { publicKey } = signingKey(settings, true);
    if (!publicKey.equals(log.key))
      return signersOf(log.note ?? '').includes(keyHash(log.name, publicKey).toString('hex'))
        ? `${file} signed the last checkpoint, and audit.signing_keys has a younger key: unless it was renewed on another machine, that table was changed`
        : `${file} is another log’s`;
  } catch (error) {
    return (error as Error).message.replace(/\.$/, '');
  }
  const others = 0o077;
  return (await stat(file)).mode & others ? `others may read ${file}` : null;
}

async function faultOfCheckpoints(client: pg.Client, file: string): Promise<string | null> {
  const found = await fromStorage(file, latestOfWritable(file)).catch((error: NodeJS.ErrnoException) => ({
    fault: error instanceof CheckpointNotKept ? error.message : `${file} cannot be written (${error.code})`,
  }));
  if (found === null)
    return (await client.query(OF_ANY_SIZE)).rowCount ? `${file} is not there, and the log has checkpoints` : null;
  return typeof found === 'string' ? await faultBeside(client, file, found) : found.fault;
}

/** What the file ends with; null where there is none. */
async function latestOfWritable(file: string): Promise<string | null> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  await access(isThere ? file : dirname(file), constants.W_OK);
  return isThere ? await latestIn(file) : null;
}

const OF_ANY_SIZE = 'select from audit.checkpoints limit 1';

const LOG_NAME = 'select name from audit.signing_keys order by step desc limit 1';

/** A server that runs may just be writing the youngest. */
const OF_A_MINUTE_AGO = `select note, size from audit.checkpoints where made_at < now() - interval '1 minute' order by size desc limit 1`;

/** What the file has and the database not, or the other way round. */
async function faultBeside(client: pg.Client, file: string, latest: string): Promise<string | null> {
  const [log] = (await client.query<{ name: string }>(LOG_NAME)).rows;
  const kept = await checkpointsIn(latest, log?.name ?? '');
  const [lost] = (await client.query<{ size: string }>(MISSING_CHECKPOINT, kept)).rows;
  if (lost) return `${file} has a checkpoint of ${lost.size} events that this database does not have`;
  const [last] = (await client.query<{ note: string; size: string }>(OF_A_MINUTE_AGO)).rows;
  return !last || latest.includes(last.note) ? null : `the checkpoint of ${last.size} events is not in ${file}`;
}

/** Within which two clocks agree, well below the minute that whoever synchronises allows for. */
const AGREE_WITHIN_S = 5;

async function clocksApart(client: pg.Client): Promise<string | null> {
  const { rows } = await client.query<{ apart: number }>(
    'select extract(epoch from clock_timestamp())::float8 - $1 as apart',
    [Date.now() / 1_000],
  );
  const apart = Math.round(rows[0]?.apart ?? 0);
  return Math.abs(apart) <= AGREE_WITHIN_S
    ? null
    : `PostgreSQL’s is ${Math.abs(apart)} s ${apart > 0 ? 'ahead of' : 'behind'} this machine’s`;
}
