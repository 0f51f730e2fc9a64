import { asOwner } from '../platform/database/as-owner.js';
import { oneWord } from './one-word.js';

const MADE_BY = 'npm run htx -- accounts add --email you@example.vn --role administrator';
/** Where a command finds the database, and where its link leads, as the server was told. */
const TOLD = ['DATABASE_URL_FILE', 'DATA_FOLDER', 'HOST', 'PORT', 'PUBLIC_URL'];

/** What the first start asks the operator to do. @param environment of the server: the command needs what it was told there */
export function firstAdministrator(environment: Readonly<Record<string, string | undefined>>): string {
  const settings = TOLD.flatMap((name) => (environment[name] ? [`${name}=${oneWord(environment[name])} `] : []));
  const where = environment['DATABASE_URL'] ? ' (with the DATABASE_URL of the server)' : '';
  return `Nobody can sign in yet. Make the first administrator${where}: ${settings.join('')}${MADE_BY}`;
}

const ADMINISTRATOR = `select from registry.accounts where role = 'administrator' limit 1`;

export async function lacksAdministrator(ownerUrl: string): Promise<boolean> {
  const { rowCount } = await asOwner(ownerUrl, (client) => client.query(ADMINISTRATOR));
  return rowCount === 0;
}
