import { Command } from 'commander';
import { readSettings } from '../platform/config/settings.js';
import { placeOfRunningDatabase } from '../platform/database/place-of-database.js';
import { examine } from './doctor.js';
import { say } from './entrance.js';
import { migrateRegistry } from './migrate-registry.js';

/** Everything that an operator types after `npm run htx --`. */
export function commands(): Command {
  const program = new Command('npm run htx --')
    .description('What an operator does with the registry, beside a running server or without one.')
    .addHelpText('after', '\nThe settings are variables of the environment: docs/operations.md lists them.');

  program
    .command('migrate')
    .description('brings the database up to date; starting the server does it too')
    .action(() =>
      onDatabase(async (ownerUrl) => {
        const ran = await migrateRegistry(ownerUrl, say);
        say(ran.length > 0 ? `Done: ${ran.join(', ')}` : 'The database is up to date.');
      }),
    );

  program
    .command('doctor')
    .description('looks at database, rights, settings and migrations, and says what to do; exit code 1 when it must')
    .action(async () => {
      if (!(await examine(readSettings(process.env)))) process.exitCode = 1;
    });

  return program;
}

/** Runs a command on the registry's database, which is started for it when nobody runs it. */
async function onDatabase(command: (ownerUrl: string) => Promise<void>): Promise<void> {
  const place = await placeOfRunningDatabase(readSettings(process.env), say);
  try {
    await command(place.ownerUrl);
  } finally {
    await place.stop();
  }
}
