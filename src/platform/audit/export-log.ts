import type { LogReader } from './log-reader.js';

/** Hashes in one line of an export. */
const HASHES_IN_A_LINE = 1_000;

/**
 * The log as lines of JSON: a head with the keys; the leaves, byte by byte what was hashed; then what was kept beside
 * them, the leaf hashes and the signed checkpoints. docs/verify-audit.mjs reads it.
 */
export async function* exportedLines(log: LogReader): AsyncGenerator<string> {
  yield JSON.stringify({ format: 'htx-registry audit log 1', keys: await log.keys() });
  yield* log.leaves();
  let hashes: Buffer[] = [];
  for await (const hash of log.hashes()) {
    hashes.push(hash);
    if (hashes.length < HASHES_IN_A_LINE) continue;
    yield lineOf(hashes);
    hashes = [];
  }
  if (hashes.length > 0) yield lineOf(hashes);
  for await (const checkpoint of log.notes()) yield JSON.stringify({ checkpoint });
}

const lineOf = (hashes: readonly Buffer[]): string =>
  JSON.stringify({ hashes: Buffer.concat(hashes).toString('base64') });
