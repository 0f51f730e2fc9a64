import { readSettings } from '../platform/config/settings.js';
import { makeLogins, requireConfined } from '../platform/database/logins.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { say } from './entrance.js';

/**
 * Makes the logins that servers on a database of one's own use, and says the settings that name them.
 * @throws StartRefusal when there is nothing to make, or PostgreSQL lets the owner make none
 */
export async function sayLogins(ownerUrl: string): Promise<void> {
  if (readSettings(process.env).databaseUrl === null) {
    throw new StartRefusal(
      "A server makes the logins of the program's own PostgreSQL at each start: nothing is to do.",
    );
  }
  const logins = await makeLogins(ownerUrl);
  await requireConfined(logins, ownerUrl);
  say(`SERVER_DATABASE_URL=${logins.databaseUrl}`);
  say(`VISITOR_DATABASE_URL=${logins.visitorUrl}`);
  say('If there were such logins, these passwords replace theirs: servers that use those must be started anew.');
}
