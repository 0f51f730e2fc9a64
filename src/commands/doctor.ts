import type pg from 'pg';
import type { Settings } from '../platform/config/settings.js';
import { asOwner } from '../platform/database/as-owner.js';
import { pendingMigrations } from '../platform/database/migrate.js';
import { placeOfRunningDatabase } from '../platform/database/place-of-database.js';
import { checks, nothingBetween, roomForConnections, theRoles, type Check } from './doctor-checks.js';
import { foundations } from './doctor-foundations.js';
import { findingsOfSettings, type Finding } from './doctor-settings.js';
import { say } from './entrance.js';
import { aKeepingAlliance } from './keeping-alliance.js';

/**
 * Looks at what the registry stands on, a line each: `ok`, or `problem` with what to do.
 * @returns whether everything is well
 * @throws StartRefusal when the database cannot be reached or started, which says what to do
 */
export async function examine(settings: Settings): Promise<boolean> {
  const place = await placeOfRunningDatabase(settings, say);
  try {
    const itself = `its own, libraries linked, in ${settings.dataFolder}`;
    say(`ok       database: ${settings.databaseUrl === null ? itself : 'reached'}`);
    return await asOwner(place.ownerUrl, (client) => examineDatabase(client, place.ownerUrl, settings));
  } finally {
    await place.stop();
  }
}

/** In the order in which one question needs the one before it answered. */
async function examineDatabase(client: pg.Client, ownerUrl: string, settings: Settings): Promise<boolean> {
  if (!(await look(client, foundations))) return false;
  const pending = await pendingMigrations(ownerUrl);
  const wrong = pending.length > 0 ? `${pending.join(', ')} pending` : null;
  if (!report({ about: 'migrations', wrong, cure: 'run `npm run htx -- migrate`' })) return false;
  if (!(await look(client, [theRoles]))) return false;
  const configured = (await findingsOfSettings(client, ownerUrl, settings)).map(report);
  const all = [
    ...checks,
    nothingBetween(),
    aKeepingAlliance(settings.keepingAlliance),
    roomForConnections(settings.databasePool),
  ];
  return (await look(client, all)) && configured.every(Boolean);
}

async function look(client: pg.Client, all: readonly Check[]): Promise<boolean> {
  const well: boolean[] = [];
  for (const { sql, values = [], ...check } of all) {
    const { rows } = await client.query<[string | null]>({ text: sql, values: [...values], rowMode: 'array' });
    well.push(report({ ...check, wrong: rows.find(([wrong]) => wrong !== null)?.[0] ?? null }));
  }
  return well.every(Boolean);
}

/** @returns whether it is well */
function report({ about, wrong, cure }: Finding): boolean {
  say(wrong === null ? `ok       ${about}` : `problem  ${about}: ${wrong.replace(/\.$/, '')}. What to do: ${cure}.`);
  return wrong === null;
}
