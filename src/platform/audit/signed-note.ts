import { hash, sign, type KeyObject } from 'node:crypto';

/**
 * Signed notes as C2SP has them (c2sp.org/signed-note, c2sp.org/tlog-checkpoint), signed by one Ed25519 key.
 */

const ED25519 = 0x01;

/** The text of a checkpoint: whose log, how many events, their root. */
export const checkpointText = (origin: string, size: number, root: Buffer): string =>
  `${origin}\n${size}\n${root.toString('base64')}\n`;

/** A note: its text, an empty line, a line with the signature. */
export function signedNote(text: string, name: string, publicKey: Buffer, privateKey: KeyObject): string {
  const signature = Buffer.concat([keyHash(name, publicKey), sign(null, Buffer.from(text), privateKey)]);
  return `${text}\n— ${name} ${signature.toString('base64')}\n`;
}

const typed = (publicKey: Buffer): Buffer => Buffer.concat([Buffer.from([ED25519]), publicKey]);

/** The four bytes by which a signature names its key. */
export const keyHash = (name: string, publicKey: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typed(publicKey)]), 'buffer').subarray(0, 4);
