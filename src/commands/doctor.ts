import pg from 'pg';
import { unsealedOrNull } from '../access/sealed-secrets.js';
import type { Settings } from '../platform/config/settings.js';
import { faultOfLogins } from '../platform/database/logins.js';
import { pendingMigrations } from '../platform/database/migrate.js';
import { placeOfRunningDatabase } from '../platform/database/place-of-database.js';
import { aKeepingAlliance, checks, roomForConnections, type Check } from './doctor-checks.js';
import { say } from './entrance.js';
import { asOwner } from '../platform/database/as-owner.js';

const LOGINS = 'run `npm run htx -- logins make`, and set SERVER_DATABASE_URL and VISITOR_DATABASE_URL to what it says';
const SECOND_FACTORS =
  'set the one that the servers had; if it is lost, let an administrator remove each second factor, and enrol again';

/**
 * Looks at what the registry stands on, a line each: `ok`, or `problem` with what to do.
 * @returns whether everything is well
 * @throws StartRefusal when the database cannot be reached or started, which says what to do
 */
export async function examine(settings: Settings): Promise<boolean> {
  const place = await placeOfRunningDatabase(settings, say);
  try {
    report(
      'database',
      settings.databaseUrl === null ? `its own, libraries linked, in ${settings.dataFolder}` : 'reached',
    );
    const pending = await pendingMigrations(place.ownerUrl);
    if (pending.length > 0) {
      report('migrations', null, `${pending.join(', ')} pending`, 'run `npm run htx -- migrate`');
      return false; // the other checks are about a database that is up to date
    }
    report('migrations', 'none pending');
    const confined = await lookAtLogins(place.ownerUrl, settings);
    const all = [...checks, aKeepingAlliance(settings.keepingAlliance), roomForConnections(settings.databasePool)];
    const opened = await asOwner(place.ownerUrl, (client) => lookAtSecondFactors(client, settings));
    return (await asOwner(place.ownerUrl, (client) => look(client, all))) && confined && opened;
  } finally {
    await place.stop();
  }
}

async function lookAtLogins(ownerUrl: string, settings: Settings): Promise<boolean> {
  const fault = settings.databaseUrl === null ? null : await faultOfLogins(ownerUrl, settings);
  if (fault === null) report('logins of the server', '');
  else report('logins of the server', null, fault, LOGINS);
  return fault === null;
}

async function lookAtSecondFactors(client: pg.Client, { secondFactorKey }: Settings): Promise<boolean> {
  const { rows } = await client.query<{ secret: string; accountId: string }>(
    `select secret, account_id as "accountId" from registry.second_factors where confirmed_at is not null and voided_at is null limit 1`,
  );
  const [factor] = rows;
  const well =
    !factor || (secondFactorKey && unsealedOrNull(factor.secret, secondFactorKey, factor.accountId) !== null);
  if (well) report('second factors', '');
  else report('second factors', null, 'SECOND_FACTOR_KEY is not the key that sealed them', SECOND_FACTORS);
  return Boolean(well);
}

async function look(client: pg.Client, all: readonly Check[]): Promise<boolean> {
  let well = true;
  for (const check of all) {
    const wrong = await whatIsWrong(client, check);
    if (wrong === null) report(check.about, '');
    else report(check.about, null, wrong, check.cure);
    well &&= wrong === null;
  }
  return well;
}

async function whatIsWrong(client: pg.Client, { sql, values = [] }: Check): Promise<string | null> {
  const { rows } = await client.query<[string | null]>({ text: sql, values: [...values], rowMode: 'array' });
  return rows.find(([wrong]) => wrong !== null)?.[0] ?? null;
}

function report(about: string, well: string | null, wrong = '', cure = ''): void {
  say(well === null ? `problem  ${about}: ${wrong}. What to do: ${cure}.` : `ok       ${about}${well && `: ${well}`}`);
}
