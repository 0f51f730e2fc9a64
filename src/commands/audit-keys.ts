import { existsSync } from 'node:fs';
import type pg from 'pg';
import { signingKey, signingKeyFile } from '../platform/audit/signing-key.js';
import { readSettings } from '../platform/config/settings.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { say } from './entrance.js';

/** The key that this machine signs with, under the name that the log has. */
export async function ownKey(client: pg.Client): Promise<string> {
  const settings = readSettings(process.env);
  const file = signingKeyFile(settings);
  if (!existsSync(file)) throw new StartRefusal(`There is no key in ${file}: give the log's public key with --key.`);
  return verifierKey(client, await nameOfLog(client), signingKey(settings).publicKey);
}

/** Lets the key of this machine sign from now on. @throws StartRefusal when the log knows it already */
export async function renewKey(client: pg.Client): Promise<void> {
  const { publicKey, file } = signingKey(readSettings(process.env));
  const name = await nameOfLog(client);
  const { rowCount } = await client.query(
    `insert into audit.signing_keys (name, public_key) values ($1, $2) on conflict do nothing`,
    [name, publicKey],
  );
  if (!rowCount) throw new StartRefusal(`The key of ${file} is known to the log already: put a new one there.`);
  say(`From now on ${file} signs: ${await verifierKey(client, name, publicKey)}`);
}

async function verifierKey(client: pg.Client, name: string, publicKey: Buffer): Promise<string> {
  const text = 'select audit.verifier_key($1, $2) as key';
  const { rows } = await client.query<{ key: string }>(text, [name, publicKey]);
  return rows[0]?.key ?? '';
}

async function nameOfLog(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select name from audit.signing_keys limit 1');
  if (!rows[0]) throw new StartRefusal('Nothing has been signed yet: start the server once.');
  return rows[0].name;
}
