import type { LogReader } from './log-reader.js';

/**
 * The log as lines of JSON: a head with the keys; the leaves, byte by byte what was hashed; then what was kept beside
 * them, the leaf hashes and the signed checkpoints. docs/verify-audit.mjs reads it.
 */
export async function* exportedLines(log: LogReader): AsyncGenerator<string> {
  yield JSON.stringify({ format: 'htx-registry audit log 1', keys: await log.keys() });
  yield* log.leaves();
  for await (const hashes of log.hashes()) yield JSON.stringify({ hashes: hashes.toString('base64') });
  for await (const checkpoint of log.notes()) yield JSON.stringify({ checkpoint });
}
