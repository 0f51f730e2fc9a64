import { randomUUID } from 'node:crypto';
import type { Client } from '../kit/client.js';
import type { Reply } from '../kit/reply.js';
import type { Operation } from './document.js';
import type { Column } from './expectations.js';
import type { Stage } from './stage.js';

/** Repeats the requests of these, and those who must not hear what they were answered. */
const repeaters: Readonly<Record<string, readonly (keyof Stage['actors'])[]>> = {
  secretariat: ['fellowSecretariat', 'otherAlliance'],
  administrator: ['fellowAdministrator', 'otherAdministrator'],
};

/**
 * Writes with an `Idempotency-Key`, where an operation takes one: repeated it has the same answer, and from nobody else,
 * be it a colleague, is it a repetition.
 */
export async function writesOnce(
  stage: Stage,
  { name, method, headers }: Operation,
  { actor }: Pick<Column, 'actor'>,
  by: Client,
  write: (by: Client, headers?: Readonly<Record<string, string>>) => Promise<Reply>,
): Promise<Reply> {
  const others = repeaters[actor];
  if (!others || !headers.some((header) => header.name === 'Idempotency-Key')) return write(by);
  const key = { 'Idempotency-Key': randomUUID() };
  const first = await write(by, key);
  if (first.status >= 400) return first;
  const own = await write(by, key);
  const where = `${name} × ${actor}`;
  if (!isRepetition(own) || own.id !== first.id) {
    stage.findings.push({ where, what: `is not repeated with its Idempotency-Key: ${own.status}` });
  }
  for (const other of others) {
    stage.tried.doors += 1;
    const reply = await write(stage.actors[other], key);
    const alike = method !== 'PATCH' && reply.text === first.text; // what corrects nothing any more is answered alike
    if (!isRepetition(reply) && !alike) continue;
    stage.findings.push({
      where: `${where}, its Idempotency-Key × ${other}`,
      what: `answered ${reply.status} as if own`,
    });
  }
  return first;
}

const isRepetition = (reply: Reply): boolean =>
  reply.headers.has('idempotent-replayed') || (reply.problemCode ?? '').startsWith('idempotency-');
