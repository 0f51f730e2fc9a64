import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { refusalBehind, StartRefusal } from '../problems/start-refusal.js';

/** The Ed25519 key that signs the audit log. */
export interface SigningKey {
  /** Where it is kept. */
  readonly file: string;
  readonly privateKey: KeyObject;
  /** The 32 bytes of its public half. */
  readonly publicKey: Buffer;
}

/** Where the key is kept: AUDIT_KEY_FILE, or `audit-key.pem` in the data folder. */
export const signingKeyFile = ({ auditKeyFile, dataFolder }: Settings): string =>
  auditKeyFile ?? join(dataFolder, 'audit-key.pem');

/**
 * The key of the settings, made where there is none, readable by the program's account alone.
 * @param signed whether the log has a key already: then none is made, as it could not be the log's
 * @throws StartRefusal when it is missing, cannot be kept or read, or is another kind of key
 */
export function signingKey(settings: Settings, signed = false): SigningKey {
  const file = signingKeyFile(settings);
  if (signed && !existsSync(file)) {
    throw new StartRefusal(
      `There is no key in ${file}, and the audit log has one: put it there (every server needs the same), or, if it is lost, run \`npm run htx -- audit renew-key\`.`,
    );
  }
  try {
    if (!existsSync(file)) makeKey(file);
    return keyIn(file);
  } catch (error) {
    throw refusalBehind(String(error), file) ?? error;
  }
}

/** Written beside and then linked, so that of two programs that start together one makes it and both read it whole. */
function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
}

function keyIn(file: string): SigningKey {
  const text = readFileSync(file, 'utf8');
  const privateKey = privateKeyOf(text);
  if (privateKey?.asymmetricKeyType !== 'ed25519') {
    throw new StartRefusal(`The file ${file} holds no Ed25519 private key in PEM: put the audit log's key there.`);
  }
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  return { file, privateKey, publicKey: Buffer.from(x ?? '', 'base64url') };
}

function privateKeyOf(text: string): KeyObject | null {
  try {
    return createPrivateKey(text);
  } catch {
    return null;
  }
}
