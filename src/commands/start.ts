import { Command } from 'commander';
import { isThisMachine } from '../platform/config/addresses.js';
import { readSettings } from '../platform/config/settings.js';
import { loginsFor } from '../platform/database/logins.js';
import { placeOfDatabase } from '../platform/database/place-of-database.js';
import { demoPassword, demoWords, keepDemoPassword } from './demo.js';
import { Ending } from './ending.js';
import { say } from './entrance.js';
import { firstAdministrator, lacksAdministrator } from './first-administrator.js';
import { refusalOfListening, requireFreePort } from './free-port.js';
import { requireKeepingAlliance } from './keeping-alliance.js';
import { migrateRegistry } from './migrate-registry.js';
import { faultOfProxy } from './reverse-proxy.js';
import { faultOfSecondFactorKey } from './second-factor-key.js';

const NO_PUBLIC_URL =
  'PUBLIC_URL is not set: the links by which passwords are set lead to HOST and PORT, which others may not reach.';

/**
 * Starts the server, and before it what it stands on: the database, up to date.
 * @param words of the command line
 * @throws StartRefusal one sentence for the operator; nothing was damaged
 */
export async function start(words: string[]): Promise<void> {
  const { demo } = new Command('npm start --')
    .option('--demo', 'with the demo registry, loaded once')
    .description('Starts the registry. Its settings are variables of the environment: docs/operations.md lists them.')
    .allowExcessArguments(false)
    .parse(words, { from: 'user' })
    .opts<{ demo?: boolean }>();
  const settings = readSettings(process.env);
  await requireFreePort(settings);
  const password = demo ? await demoPassword(settings) : null;

  const ending = new Ending();
  try {
    const program = import('../server.js'); // loads while the database starts
    program.catch(() => undefined);
    const place = await placeOfDatabase(settings, say, () => ending.begin(1));
    ending.add(place.stop);
    await migrateRegistry(place.ownerUrl, say);
    const [fault] = await Promise.all([
      faultOfSecondFactorKey(place.ownerUrl, settings),
      requireKeepingAlliance(place.ownerUrl, settings),
    ]);
    if (fault !== null) say(`${fault}: no app fits, only recovery codes. \`npm run htx -- doctor\` says what to do.`);
    const [{ startServer }, logins] = await Promise.all([program, loginsFor(place.ownerUrl, settings, say)]);
    if (password) {
      const { loadDemo } = await import('../demo/load-demo.js');
      await loadDemo(place.ownerUrl, { say, password, settings });
      keepDemoPassword(settings, password);
    }
    const server = await startServer({ ...logins, settings });
    ending.add(() => server.close());
    say(`The registry answers at ${server.url} (documentation: ${server.url}/docs)`);
    if (settings.publicUrl === null && !isThisMachine(settings.host)) say(NO_PUBLIC_URL);
    const unbelieved = faultOfProxy(settings);
    if (unbelieved !== null) say(`${unbelieved}.`);
    if (password) say(demoWords(server.url, password));
    else if (await lacksAdministrator(place.ownerUrl)) say(firstAdministrator(process.env));
  } catch (error) {
    if (ending.hasBegun) return; // what was cut short is no fault
    await ending.end();
    throw refusalOfListening(error, settings) ?? error;
  }
}
