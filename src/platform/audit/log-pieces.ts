import { LogReader, type LeafHashes } from './log-reader.js';
import type { HashedPiece } from './published-verifier.js';
import type { SnapshotLanes } from './snapshot-lanes.js';

/** Events of one statement: enough that the answers cost nothing, few enough that all lanes end together. */
const EVENTS_AT_ONCE = 10_000;
/** More than the verifier looks around a place. */
const NEIGHBOURS = 2_500;

/** The hashes of all events as they are now, piece by piece. */
export async function leavesOf(lanes: SnapshotLanes): Promise<LeafHashes[]> {
  const ends = await lanes.run((client) => new LogReader(client).ends(EVENTS_AT_ONCE));
  return Promise.all(
    ends.map((end, piece) => lanes.run((client) => new LogReader(client).leafHashes(ends[piece - 1] ?? null, end))),
  );
}

/** The hashes that the tree keeps of them. */
export async function hashesOf(lanes: SnapshotLanes): Promise<Buffer[]> {
  const all = await lanes.run((client) => new LogReader(client).kept());
  const pieces = Array.from({ length: Math.ceil(all / EVENTS_AT_ONCE) }, (_, piece) => piece * EVENTS_AT_ONCE);
  return Promise.all(
    pieces.map((first) =>
      lanes.run((client) => new LogReader(client).keptHashes(first, Math.min(all, first + EVENTS_AT_ONCE))),
    ),
  );
}

/** The pieces, and where the first number stands in another place than its own. */
export function* inPlace(pieces: readonly LeafHashes[]): Generator<HashedPiece> {
  let place = 0;
  for (const { hashes, first, misplaced } of pieces) {
    if (hashes === null) continue;
    const within = first === place + 1 ? misplaced : 0;
    yield { hashes, misplaced: within === null ? null : place + within };
    place += hashes.length / 32;
  }
}

/** Gives the line at a place; one that is touched is sought among its neighbours, so they come along. */
export function lookerInto(lanes: SnapshotLanes): (place: number) => Promise<Buffer | null> {
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
