import { Command } from 'commander';
import { readSettings } from '../platform/config/settings.js';
import { placeOfDatabase } from '../platform/database/place-of-database.js';
import { Ending } from './ending.js';
import { say } from './entrance.js';
import { refusalOfListening, requireFreePort } from './free-port.js';
import { migrateRegistry } from './migrate-registry.js';

/**
 * Starts the server, and before it what it stands on: the database, up to date.
 * @param words of the command line
 * @throws StartRefusal one sentence for the operator; nothing was damaged
 */
export async function start(words: string[]): Promise<void> {
  new Command('npm start --')
    .description('Starts the registry. Its settings are variables of the environment: docs/operations.md lists them.')
    .allowExcessArguments(false)
    .parse(words, { from: 'user' });
  const settings = readSettings(process.env);
  await requireFreePort(settings);

  const ending = new Ending();
  try {
    const program = import('../server.js'); // loads while the database starts
    program.catch(() => undefined);
    const place = await placeOfDatabase(settings, say);
    ending.add(place.stop);
    await migrateRegistry(place.ownerUrl, say);
    const { startServer } = await program;
    const server = await startServer({ databaseUrl: place.ownerUrl, settings });
    ending.add(() => server.close());
    say(`The registry answers at ${server.url} (documentation: ${server.url}/docs)`);
  } catch (error) {
    await ending.end();
    throw refusalOfListening(error, settings) ?? error;
  }
}
