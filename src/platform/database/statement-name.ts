import { createHash } from 'node:crypto';

/** The name under which a connection prepares a statement: the same text, the same name, whoever asks. */
export const nameOfStatement = (text: string): string =>
  createHash('sha1').update(text).digest('base64url').slice(0, 20);
