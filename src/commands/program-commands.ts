import { writeFile } from 'node:fs/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsService } from '../access/accounts.service.js';
import { addAccount, resetAccount, type AddedAccount, type WantedAccount } from '../access/add-account.js';
import { readSettings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';
import { documentOf } from '../platform/http/openapi.js';
import { permissionsPage } from '../platform/http/permissions-page.js';
import { createProgram } from '../server.js';
import { say } from './entrance.js';
import { migrateRegistry } from './migrate-registry.js';

/** The commands that need the whole program, which takes a second to read: no other command waits for it. */

export const makeAccount = (ownerUrl: string, wanted: WantedAccount): Promise<void> =>
  withProgram(ownerUrl, async (app) => sayLink(await addAccount(app.get(AccountsService), app.get(Database), wanted)));

export const givePasswordLink = (ownerUrl: string, email: string): Promise<void> =>
  withProgram(ownerUrl, async (app) => sayLink(await resetAccount(app.get(AccountsService), app.get(Database), email)));

const sayLink = ({ email, link }: AddedAccount): void =>
  say(link ? `${email} sets a password, once and within an hour, at ${link}` : `${email} is sent a link by mail.`);

export const writeDocument = (ownerUrl: string): Promise<void> =>
  withProgram(ownerUrl, async (app) => {
    await writeFile('docs/openapi.json', `${JSON.stringify(documentOf(app), null, 2)}\n`);
    say('Written to docs/openapi.json');
  });

export const writePermissions = (ownerUrl: string): Promise<void> =>
  withProgram(ownerUrl, async (app) => {
    await writeFile('docs/permissions.md', permissionsPage(documentOf(app)));
    say('Written to docs/permissions.md');
  });

/** Runs a command with the program, not listening, on an up-to-date database. */
async function withProgram(ownerUrl: string, command: (app: NestFastifyApplication) => Promise<void>): Promise<void> {
  await migrateRegistry(ownerUrl, say);
  const app = await createProgram({ databaseUrl: ownerUrl, settings: readSettings(process.env) });
  try {
    await app.init();
    await command(app);
  } finally {
    await app.close();
  }
}
