import { besideLog, erasedEvents, rowsUnlikeLog, unsealedEvents, watchedTables } from './beside-log.js';
import { LogReader, type LeafHashes } from './log-reader.js';
import { publishedVerifier, type HashedPiece, type Verified } from './published-verifier.js';
import { SnapshotLanes } from './snapshot-lanes.js';

export interface Verdict extends Verified {
  /** Events whose personal values were erased. */
  erased: number;
  /** Which events have no number yet and should have, in words. */
  unsealed: string | null;
}

/** Events of one statement: enough that the answers cost nothing, few enough that all lanes end together. */
const EVENTS_AT_ONCE = 10_000;
/** More than the verifier looks around a place. */
const NEIGHBOURS = 2_500;

/**
 * Verifies the log of a database, and today's rows against it, on several connections at once.
 * @param ownerUrl of the database's owner
 * @param keys public keys that are believed
 * @param kept the text of checkpoints that were kept elsewhere
 */
export async function verifyDatabase(ownerUrl: string, keys: readonly string[], kept: string): Promise<Verdict> {
  const lanes = await SnapshotLanes.open(ownerUrl);
  try {
    return await verifyOn(lanes, keys, kept);
  } finally {
    await lanes.close();
  }
}

async function verifyOn(lanes: SnapshotLanes, keys: readonly string[], kept: string): Promise<Verdict> {
  const verifier = await publishedVerifier();
  const tables = await lanes.run(watchedTables);
  // What cannot be parted comes first, so that no lane works on alone at the end.
  const [rows, beside, erased, unsealed, leaves, hashes, notes] = await Promise.all([
    Promise.all(tables.map((table) => lanes.run((client) => rowsUnlikeLog(client, table)))),
    besideLog(lanes),
    lanes.run(erasedEvents),
    lanes.run(unsealedEvents),
    leavesOf(lanes),
    hashesOf(lanes),
    lanes.run((client) => collected(new LogReader(client).notes())),
  ]);
  const verified = await verifier.verifyLog({
    leaves: inPlace(leaves),
    kept: hashes,
    notes: [...verifier.notesIn(kept), ...notes],
    keys: keys.map((key) => verifier.keyOf(key)),
    lineAt: lookerInto(lanes),
  });
  return { ...verified, findings: [...verified.findings, ...beside, ...rows.flat()], erased, unsealed };
}

/** The hashes of all events as they are now, piece by piece. */
async function leavesOf(lanes: SnapshotLanes): Promise<LeafHashes[]> {
  const ends = await lanes.run((client) => new LogReader(client).ends(EVENTS_AT_ONCE));
  return Promise.all(
    ends.map((end, piece) => lanes.run((client) => new LogReader(client).leafHashes(ends[piece - 1] ?? null, end))),
  );
}

async function hashesOf(lanes: SnapshotLanes): Promise<Buffer[]> {
  const all = await lanes.run((client) => new LogReader(client).kept());
  const pieces = Array.from({ length: Math.ceil(all / EVENTS_AT_ONCE) }, (_, piece) => piece * EVENTS_AT_ONCE);
  return Promise.all(
    pieces.map((first) =>
      lanes.run((client) => new LogReader(client).keptHashes(first, Math.min(all, first + EVENTS_AT_ONCE))),
    ),
  );
}

/** The pieces, and where the first number stands in another place than its own. */
function* inPlace(pieces: readonly LeafHashes[]): Generator<HashedPiece> {
  let place = 0;
  for (const { hashes, first, misplaced } of pieces) {
    if (hashes === null) continue;
    const within = first === place + 1 ? misplaced : 0;
    yield { hashes, misplaced: within === null ? null : place + within };
    place += hashes.length / 32;
  }
}

/** Gives the line at a place; one that is touched is sought among its neighbours, so they come along. */
function lookerInto(lanes: SnapshotLanes): (place: number) => Promise<Buffer | null> {
  let from = 0;
  let window: Buffer[] = [];
  return async (place) => {
    if (place < from || place >= from + window.length) {
      from = Math.max(0, place - NEIGHBOURS);
      window = await lanes.run((client) => new LogReader(client).linesFrom(from, 2 * NEIGHBOURS));
    }
    return window[place - from] ?? null;
  };
}

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
