import { Command } from 'commander';
import type { WantedAccount } from '../access/add-account.js';
import { readSettings } from '../platform/config/settings.js';
import { placeOfRunningDatabase } from '../platform/database/place-of-database.js';
import { addAuditCommands } from './audit.js';
import { demoAccounts, demoPassword, keepDemoPassword } from './demo.js';
import { erasePerson, type WantedErasure } from './erase-person.js';
import { leftToDo, sweepErased } from './erased.js';
import { examine } from './doctor.js';
import { say } from './entrance.js';
import { sayLogins } from './make-logins.js';
import { migrateRegistry } from './migrate-registry.js';
import { renewSecondFactorKey } from './second-factor-key.js';

/** Everything that an operator types after `npm run htx --`. */
export function commands(): Command {
  const program = new Command('npm run htx --')
    .description('What an operator does with the registry, beside a running server or without one.')
    .addHelpText('after', '\nThe settings are variables of the environment: docs/operations.md lists them.');

  program
    .command('migrate')
    .description('brings the database up to date; starting the server does it too')
    .action(() =>
      onAnyDatabase(async (ownerUrl) => {
        const ran = await migrateRegistry(ownerUrl, say);
        say(ran.length > 0 ? `Done: ${ran.join(', ')}` : 'The database is up to date.');
      }),
    );

  program
    .command('logins')
    .description('the logins with which servers come to PostgreSQL')
    .command('make')
    .description('makes those for DATABASE_URL, with new passwords, and says the settings that name them')
    .action(() =>
      onDatabase(async (ownerUrl) => {
        await migrateRegistry(ownerUrl, say);
        await sayLogins(ownerUrl);
      }),
    );

  program
    .command('demo')
    .description('the demo registry')
    .command('load')
    .description('loads it into an empty registry, and says the password of its accounts')
    .action(() =>
      onAnyDatabase(async (ownerUrl) => {
        const { loadDemo } = await import('../demo/load-demo.js');
        const settings = readSettings(process.env);
        const password = await demoPassword(settings);
        await migrateRegistry(ownerUrl, say);
        await loadDemo(ownerUrl, { say, password, settings });
        keepDemoPassword(settings, password);
        say(demoAccounts(password));
      }),
    );

  const accounts = program.command('accounts').description('the accounts that sign in');
  accounts
    .command('add')
    .description('makes an account; the first administrator is made so')
    .requiredOption('--email <address>')
    .requiredOption('--role <role>', 'administrator, secretariat, auditor or member')
    .option('--name <name>', 'shown in the audit; by default the role and for whom')
    .option('--organization <code>', 'the organisation of a member')
    .option('--alliance <code>', 'needed where there is more than one, and no organisation')
    .action((wanted: WantedAccount) =>
      onDatabase(async (ownerUrl) => (await import('./program-commands.js')).makeAccount(ownerUrl, wanted)),
    );

  accounts
    .command('reset')
    .description('takes the password of an account away, and says the link by which its owner sets another')
    .requiredOption('--email <address>')
    .action(({ email }: { email: string }) =>
      onDatabase(async (ownerUrl) => (await import('./program-commands.js')).givePasswordLink(ownerUrl, email)),
    );

  program
    .command('erase-person <id>')
    .description('erases the personal data of a person, for ever; awards, mandates and positions stay without the name')
    .requiredOption('--reason <why>', 'why; it stays in the log, so without personal data')
    .option('--document <id>', 'the document behind it')
    .option('--force', 'also while the person is in office or a delegate')
    .option('--by <name>', 'who does it, as the log names it')
    .action((id: string, wanted: WantedErasure) =>
      onDatabase(async (ownerUrl) => {
        await migrateRegistry(ownerUrl, say);
        const erased = await erasePerson(ownerUrl, id, wanted);
        say(`Erased: ${id}`);
        for (const line of leftToDo(erased)) say(line);
        await sweepErased(ownerUrl);
      }),
    );

  program
    .command('second-factors')
    .description('the apps that show a code beside a password')
    .command('renew-key')
    .description('seals their secrets with SECOND_FACTOR_KEY instead of SECOND_FACTOR_OLD_KEY, with the server stopped')
    .action(() =>
      onDatabase(async (ownerUrl) => {
        const { sealed, served } = await renewSecondFactorKey(ownerUrl, readSettings(process.env));
        say(`Sealed anew: ${sealed}. Start the server with the new key, and forget the old.`);
        if (served) say('A server is running with the key of its start: no app fits there until it is started anew.');
      }),
    );

  program
    .command('openapi')
    .description('the OpenAPI document')
    .command('write')
    .description('writes it to docs/openapi.json, as the program publishes it')
    .action(() => onAnyDatabase(async (ownerUrl) => (await import('./program-commands.js')).writeDocument(ownerUrl)));

  program
    .command('permissions')
    .description('the permission table')
    .command('write')
    .description('writes it to docs/permissions.md, from the rights, routes and read models of the program')
    .action(() =>
      onAnyDatabase(async (ownerUrl) => (await import('./program-commands.js')).writePermissions(ownerUrl)),
    );

  program
    .command('doctor')
    .description('looks at database, rights, settings and migrations, and says what to do; exit code 1 when it must')
    .action(async () => {
      if (!(await examine(readSettings(process.env)))) process.exitCode = 1;
    });

  addAuditCommands(program, onDatabase);
  return program;
}

type OnOwner = (ownerUrl: string) => Promise<void>;

/** Runs a command on the registry's database, which is started for it when nobody runs it. */
const onDatabase = (command: OnOwner): Promise<void> => runOn(false, command);

/** The same for a command that may begin a registry. */
const onAnyDatabase = (command: OnOwner): Promise<void> => runOn(true, command);

async function runOn(mayBegin: boolean, command: OnOwner): Promise<void> {
  const place = await placeOfRunningDatabase(readSettings(process.env), say, mayBegin);
  try {
    await command(place.ownerUrl);
  } finally {
    await place.stop();
  }
}
