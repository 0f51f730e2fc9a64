import { hash } from 'node:crypto';

/** The name under which a connection prepares a statement: the same text, the same name, whoever asks. */
export const nameOfStatement = (text: string): string => hash('sha1', text, 'base64url').slice(0, 20);
