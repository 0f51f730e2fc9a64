import { lackedByDatabase } from './another-history.js';
import { besideLog, erasedEvents, unsealedEvents, watchedTables } from './beside-log.js';
import { rowsUnlikeLog } from './rows-unlike-log.js';
import { hashesOf, inPlace, leavesOf, lookerInto } from './log-pieces.js';
import { idleKeys } from './idle-keys.js';
import { viewsUnlikeLog } from './known-views.js';
import { LogReader } from './log-reader.js';
import { wallsUnlikeTexts } from './policies.js';
import { publishedVerifier, type Verified } from './published-verifier.js';
import { SnapshotLanes } from './snapshot-lanes.js';

export interface Verdict extends Verified {
  /** Events whose personal values were erased. */
  erased: number;
  /** Which events have no number yet and should have, in words. */
  unsealed: string | null;
}

/** Checkpoints that were kept beside the database. */
export interface Kept {
  /** In the checkpoint file of the servers. */
  file: readonly string[];
  /** Where no server writes. */
  elsewhere: readonly string[];
}

/**
 * Verifies the log of a database, and today's rows against it, on several connections at once.
 * @param ownerUrl of the database's owner
 * @param keys public keys that are believed
 */
export async function verifyDatabase(ownerUrl: string, keys: readonly string[], kept: Kept): Promise<Verdict> {
  const lanes = await SnapshotLanes.open(ownerUrl);
  try {
    const [verdict, unlike, walls] = await Promise.all([
      verifyOn(lanes, keys, kept),
      viewsUnlikeLog(ownerUrl),
      wallsUnlikeTexts(ownerUrl),
    ]);
    const replaced = unlike.map((name) => ({
      what: `${name} was replaced: it does not show what the log says was known`,
    }));
    const rebuilt = walls.map((name) => ({
      what: `the wall of ${name} was replaced: visitors see other rows than it says`,
    }));
    return { ...verdict, findings: [...verdict.findings, ...replaced, ...rebuilt] };
  } finally {
    await lanes.close();
  }
}

async function verifyOn(lanes: SnapshotLanes, keys: readonly string[], kept: Kept): Promise<Verdict> {
  const verifier = await publishedVerifier();
  const tables = await lanes.run(watchedTables);
  // What cannot be parted comes first, so that no lane works on alone at the end.
  const [rows, beside, erased, unsealed, leaves, hashes, notes, table] = await Promise.all([
    Promise.all(tables.map((table) => lanes.run((client) => rowsUnlikeLog(client, table)))),
    besideLog(lanes),
    lanes.run(erasedEvents),
    lanes.run(unsealedEvents),
    leavesOf(lanes),
    hashesOf(lanes),
    lanes.run((client) => collected(new LogReader(client).notes())),
    lanes.run((client) => new LogReader(client).keys()),
  ]);
  const verified = await verifier.verifyLog({
    leaves: inPlace(leaves),
    kept: hashes,
    notes,
    witnesses: [kept.file, kept.elsewhere],
    keys: keys.map((key) => verifier.keyOf(key)),
    lineAt: lookerInto(lanes),
  });
  const idle = idleKeys(table, keys, [...kept.file, ...kept.elsewhere, ...notes]).map((key) => ({
    what: `the key ${key} was put into audit.signing_keys: it signed nothing, and is none that is believed`,
  }));
  const names = keys.map((key) => key.trim().split('+')[0]);
  const own = kept.file.filter((note) => names.includes(note.split('\n')[0]));
  const lacked = lackedByDatabase(own, notes).map((what) => ({ what }));
  return {
    ...verified,
    findings: [...verified.findings, ...lacked, ...idle, ...beside, ...rows.flat()],
    erased,
    unsealed,
  };
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
