#!/usr/bin/env node
// Verifies an export of the audit log of htx-registry, without the registry: Node 20.19 or newer, this one file.
//
//   node verify-audit.mjs EXPORT [--key KEY]… [--checkpoints FILE]…
//
// EXPORT            what `npm run htx -- audit export FILE` wrote
// --key KEY         a public key of the log as its keeper published it, `name+hash+base64`; may be repeated.
//                   Without one the key in the export is believed, which shows accidents but no forger.
// --checkpoints F   signed checkpoints that were kept elsewhere, as many as there are in the file; may be repeated
//
// The log is a Merkle tree (RFC 6962, SHA-256): each line of the export is a leaf, byte by byte; the checkpoints are its
// roots, signed with Ed25519 (c2sp.org/signed-note). Exit code 0: the log is what was signed. 1: it is not; the first event
// that differs is named. 2: nothing could be verified.
import { createHash, createPublicKey, hash, verify } from 'node:crypto';
import { createReadStream, readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';

const HASH_BYTES = 32;
/** Of one signature: four bytes of the key, and the 64 of Ed25519. */
const SIGNATURE_BYTES = 68;
/** How far around a place a moved event is looked for. */
const NEAR = 1_000;
/** Signatures that are looked at together. */
const NOTES_AT_ONCE = 1_000;
const EMPTY_ROOT = createHash('sha256').digest();
const isSigned = promisify(verify);

// Hashes ----------------------------------------------------------------------------------------------------------

/** A list of hashes in one piece of memory: a million of them are 32 MB. */
class Hashes {
  #bytes = Buffer.allocUnsafe(HASH_BYTES * 1_024);
  length = 0;

  /** Adds a hash, or several that stand one after another. */
  push(bytes) {
    const used = this.length * HASH_BYTES;
    if (used + bytes.length > this.#bytes.length) {
      const greater = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, used + bytes.length));
      this.#bytes.copy(greater, 0, 0, used);
      this.#bytes = greater;
    }
    bytes.copy(this.#bytes, used);
    this.length += bytes.length / HASH_BYTES;
  }

  at(place) {
    return this.#bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);
  }

  same(place, other) {
    return place < this.length && place < other.length && this.at(place).equals(other.at(place));
  }
}

let leafRoom = Buffer.alloc(64 * 1_024);

/** sha256(0x00 || line) */
function leafHash(line) {
  if (line.length >= leafRoom.length) leafRoom = Buffer.alloc(line.length * 2);
  leafRoom[0] = 0;
  line.copy(leafRoom, 1);
  return hash('sha256', leafRoom.subarray(0, line.length + 1), 'buffer');
}

const nodeRoom = Buffer.alloc(1 + 2 * HASH_BYTES);

/** sha256(0x01 || left || right) */
function nodeHash(left, right) {
  nodeRoom[0] = 1;
  left.copy(nodeRoom, 1);
  right.copy(nodeRoom, 1 + HASH_BYTES);
  return hash('sha256', nodeRoom, 'buffer');
}

/** The roots at the wanted sizes (ascending), in one walk over the leaves: only the complete subtrees are remembered. */
function rootsAt(leaves, sizes) {
  const peaks = [];
  const roots = new Map();
  let size = 0;
  for (const wanted of sizes) {
    if (wanted > leaves.length) break;
    for (; size < wanted; size += 1) {
      let node = leaves.at(size);
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(peaks.pop(), node);
      peaks.push(node);
    }
    roots.set(wanted, peaks.length === 0 ? EMPTY_ROOT : peaks.reduceRight((right, left) => nodeHash(left, right)));
  }
  return roots;
}

// Signed notes ------------------------------------------------------------------------------------------------------

/** A public key out of `name+hash+base64`. */
export function keyOf(text) {
  const [name, id, encoded] = splitKey(text.trim());
  const typed = Buffer.from(encoded ?? '', 'base64');
  const own = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4);
  if (typed.length !== 33 || typed[0] !== 1 || own.toString('hex') !== id) {
    throw new Unverifiable(`${text} is no public key of a log: name+hash+base64, Ed25519.`);
  }
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: typed.subarray(1).toString('base64url') },
    format: 'jwk',
  });
  return { name, id: own, key };
}

/** The base64 may hold plus signs, the name may not. */
const splitKey = (text) => [text.split('+')[0], text.split('+')[1], text.split('+').slice(2).join('+')];

/**
 * The checkpoints in a text: each a few lines, an empty line, signature lines. What a write that was cut off has left (no
 * space, no power) is none and proves nothing; the program writes that checkpoint once more, after an empty line.
 */
export function notesIn(text) {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => block.replace(/^\n|\n$/g, ''));
  return blocks.flatMap((block, place) =>
    !areSignatures(block) && areSignatures(blocks[place + 1] ?? '') ? [`${block}\n\n${blocks[place + 1]}\n`] : [],
  );
}

/**
 * The checkpoints in a file that somebody has kept: as text, or as the API answered them.
 * @throws Unverifiable when there is none, as a file that was changed on its way proves nothing
 */
export function keptNotes(text, file) {
  const notes = notesIn(text);
  const answered = notes.length === 0 ? (parsed(text)?.items ?? []).flatMap(({ note }) => notesIn(String(note))) : [];
  if (notes.length + answered.length === 0)
    throw new Unverifiable(
      `${file} holds no checkpoint that can be read: keep each \`note\` as it is, with its empty line.`,
    );
  return [...notes, ...answered];
}

const areSignatures = (block) =>
  block.split('\n').every((line) => {
    const [, encoded] = /^— \S+ (\S+)$/.exec(line) ?? [];
    return Buffer.from(encoded ?? '', 'base64').length >= SIGNATURE_BYTES;
  });

/** What a note says, and whether one of the keys signed it: on as many threads as Node has for it. */
async function readNote(note, keys) {
  const end = note.indexOf('\n\n') + 1;
  const text = note.slice(0, end);
  const [origin, size, root] = text.split('\n');
  const signatures = note.slice(end + 1).split('\n');
  const claimed = keys.flatMap((key) =>
    signatures.flatMap((line) => {
      const [, name, encoded] = /^— (\S+) (\S+)$/.exec(line) ?? [];
      if (name === undefined || name !== key.name || name !== origin) return [];
      const bytes = Buffer.from(encoded, 'base64');
      return bytes.subarray(0, 4).equals(key.id) ? [isSigned(null, Buffer.from(text), key.key, bytes.subarray(4))] : [];
    }),
  );
  const signed = (await Promise.all(claimed)).includes(true);
  const wellFormed = /^(0|[1-9]\d*)$/.test(size ?? '') && Buffer.from(root ?? '', 'base64').length === HASH_BYTES;
  return { size: Number(size), root: Buffer.from(root ?? '', 'base64'), signed: signed && wellFormed };
}

const isOther = (before, size, root) => before.size === size && !before.root.equals(root);

/** What the notes of such lists say, the smallest checkpoint first, and in which list each stands first (`nearest`) and last (`farthest`). */
async function readNotes(lists, keys) {
  const standing = new Map();
  lists.forEach((list, place) => {
    for (const note of list) standing.set(note, { nearest: place, ...standing.get(note), farthest: place });
  });
  const notes = [...standing.keys()];
  const read = [];
  for (let place = 0; place < notes.length; place += NOTES_AT_ONCE) {
    const some = notes.slice(place, place + NOTES_AT_ONCE);
    read.push(
      ...(await Promise.all(some.map(async (note) => ({ ...(await readNote(note, keys)), ...standing.get(note) })))),
    );
  }
  return read.sort((one, other) => one.size - other.size);
}

// Verifying -----------------------------------------------------------------------------------------------------------

/** Nothing can be said about the log. */
export class Unverifiable extends Error {}

/** The leaf hash of each line, and whether the line has the number of its place. */
async function* hashesOf(lines) {
  let place = 0;
  for await (const line of lines) {
    const start = line.subarray(0, 24).toString('latin1');
    yield { hashes: leafHash(line), misplaced: start.startsWith(`{"seq": ${place + 1},`) ? null : place };
    place += 1;
  }
}

/**
 * Verifies a log.
 * @param lines the leaves in their order, as buffers, asynchronously
 * @param leaves instead of lines, for who has hashed them already: pieces of `hashes` one after another, each with the first
 *   place of the log, if there is one, at which the piece has an event with another number (`misplaced`)
 * @param kept the leaf hashes that were kept as the log grew, singly or several in a buffer; they only help to name a place
 * @param notes the signed checkpoints that stand with the log; only those that a key signed prove anything
 * @param witnesses lists of checkpoints that were kept elsewhere, each further from the log than the one before
 * @param lineAt gives the line at a place (0 is the first) once more, to say what became of it
 * @returns the size, how many of the events are signed for, and what is wrong: `findings`, the first event first
 */
export async function verifyLog({ lines, leaves = hashesOf(lines), kept = [], notes, witnesses = [], keys, lineAt }) {
  const found = new Hashes();
  const findings = [];
  let misplaced = null;
  for await (const piece of leaves) {
    misplaced ??= piece.misplaced;
    found.push(piece.hashes);
  }
  const stored = new Hashes();
  for await (const bytes of kept) stored.push(bytes);

  const checkpoints = await readNotes([notes, ...witnesses], keys);
  const foreign = checkpoints.filter(({ signed }) => !signed).map(({ size }) => size);
  if (foreign.length > 0) findings.push({ seq: foreign[0], what: `${named(foreign)} not signed by a key of this log` });
  const trusted = checkpoints.filter(({ signed }) => signed);
  const sizes = [...new Set(trusted.map(({ size }) => size))];
  const twice = trusted.filter(({ size, root }, place) => place > 0 && isOther(trusted[place - 1], size, root));
  if (twice.length > 0)
    findings.push({ seq: twice[0].size, what: `two logs of ${twice[0].size} events were signed with this key` });
  const roots = rootsAt(found, sizes);
  const wrong = trusted.find(({ size, root }) => !roots.get(size)?.equals(root));
  const covered = trusted.at(-1)?.size ?? 0;
  if (wrong) findings.unshift(await locate({ found, stored, trusted, sizes, wrong, roots, lineAt }));
  else if (misplaced !== null) {
    findings.unshift({
      seq: misplaced + 1,
      what: `event ${misplaced + 1} is missing or moved: another number stands in its place`,
    });
  } else {
    const place = firstDifference(found, stored, stored.length);
    if (place < covered)
      findings.unshift({
        seq: place + 1,
        what: `the hash kept for event ${place + 1} was changed; the event is what was signed`,
      });
    else if (place < stored.length)
      findings.unshift({ seq: place + 1, what: await fate(place, found, stored, lineAt) });
  }
  return { size: found.length, covered: Math.min(covered, found.length), checkpoints: checkpoints.length, findings };
}

/** The first event that is not the one that was signed, as exactly as can be known. */
async function locate({ found, stored, trusted, sizes, wrong, roots, lineAt }) {
  // Who has the key signs anew whatever he can reach: nearer to the log than the one that is wrong no checkpoint is a witness.
  const witnesses = trusted.filter(({ farthest }) => farthest >= wrong.nearest);
  // The kept hashes are believed as far as they make the signed roots.
  const rootsOfStored = rootsAt(stored, sizes);
  const isRight = ({ size, root }) => Boolean(rootsOfStored.get(size)?.equals(root));
  const firstLie = witnesses.find((checkpoint) => !isRight(checkpoint));
  const believed = witnesses.filter(
    (checkpoint) => isRight(checkpoint) && checkpoint.size < (firstLie?.size ?? Infinity),
  );
  const place = firstDifference(found, stored, believed.at(-1)?.size ?? 0);
  if (place < (believed.at(-1)?.size ?? 0)) return { seq: place + 1, what: await fate(place, found, stored, lineAt) };

  // From here on the kept hashes are no witness either: between two signed roots the event cannot be told any closer.
  const before =
    witnesses.filter(({ size, root }) => size < wrong.size && roots.get(size)?.equals(root)).at(-1)?.size ?? 0;
  const from = Math.max(before, firstDifference(found, stored, Math.min(stored.length, wrong.size)) % wrong.size);
  const exact = from + 1 === wrong.size || from === found.length;
  const event = exact ? `event ${from + 1}` : `event ${from + 1} or one of those up to ${wrong.size}`;
  const what =
    found.length < wrong.size
      ? `${event} was removed: the log ends at ${found.length}, but ${trusted.at(-1).size} events were signed for`
      : `${event} is not the one that was signed, and the hash kept for it was changed as well`;
  return { seq: from + 1, what };
}

function firstDifference(found, stored, end) {
  let place = 0;
  while (place < end && found.same(place, stored)) place += 1;
  return place;
}

/** What became of the event at a place whose true hash is known: changed, removed, added before it, or moved. */
async function fate(place, found, stored, lineAt) {
  const seq = place + 1;
  const from = Math.max(0, place - NEAR);
  const to = place + NEAR;
  const here = await lineAt(place);
  // An intruder may have given the events that he moved the numbers of their new places.
  let originOfHere = null;
  let placeOfTrue = null;
  for (let other = from; other <= to; other += 1) {
    if (other === place) continue;
    const there = other < found.length ? await lineAt(other) : null;
    if (here && other < stored.length && originOfHere === null && isEvent(here, other, there, stored))
      originOfHere = other;
    if (there && placeOfTrue === null && isEvent(there, place, here, stored)) placeOfTrue = other;
  }
  if (originOfHere !== null && placeOfTrue !== null) {
    return `event ${seq} was moved to ${placeOfTrue + 1}: in its place stands event ${originOfHere + 1}`;
  }
  if (placeOfTrue !== null) return `event ${seq} was added: the true one comes after it, at ${placeOfTrue + 1}`;
  if (here === null || originOfHere !== null) return `event ${seq} was removed`;
  return `event ${seq} was changed`;
}

/** Whether a line is the event whose true hash stands at `place`, as it is or under that place's number. */
function isEvent(line, place, lineThere, stored) {
  const truth = stored.at(place);
  if (leafHash(line).equals(truth)) return true;
  const own = partsOf(line);
  if (!own) return false;
  return [own.sealedAt, partsOf(lineThere)?.sealedAt].some(
    (sealedAt) =>
      sealedAt !== undefined &&
      leafHash(Buffer.from(`{"seq": ${place + 1}, "sealedAt": "${sealedAt}", "event": ${own.event}`)).equals(truth),
  );
}

function partsOf(line) {
  const [, sealedAt, event] =
    /^\{"seq": \d+, "sealedAt": "([^"]*)", "event": (.*)$/s.exec(line?.toString() ?? '') ?? [];
  return event === undefined ? null : { sealedAt, event };
}

// The export ----------------------------------------------------------------------------------------------------------

const NEWLINE = 0x0a;

/** The lines of a file as buffers, without their ends. */
async function* linesOf(file) {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield rest;
}

const LEAF = Buffer.from('{"seq"');
const isLeaf = (line) => line.subarray(0, LEAF.length).equals(LEAF);

/** A head, the leaves, and what was kept beside them: leaf hashes, checkpoints. */
async function readHead(file) {
  for await (const line of linesOf(file)) {
    const head = parsed(line);
    if (head?.format !== 'htx-registry audit log 1') break;
    return head;
  }
  throw new Unverifiable(`${file} is no export of an audit log.`);
}

function parsed(line) {
  try {
    return JSON.parse(line.toString());
  } catch {
    return null;
  }
}

/** Verifies an exported file. */
export async function verifyExport(file, { keys = [], notes = [] } = {}) {
  const head = await readHead(file);
  const believed = keys.length > 0 ? keys : head.keys;
  const kept = [];
  const own = [];
  async function* leaves() {
    let first = true;
    for await (const line of linesOf(file)) {
      if (isLeaf(line)) yield line;
      else if (!first) {
        const { hashes, checkpoint } = parsed(line) ?? {};
        if (hashes) kept.push(wholeHashes(Buffer.from(hashes, 'base64')));
        if (checkpoint) own.push(checkpoint);
      }
      first = false;
    }
  }
  return verifyLog({
    lines: leaves(),
    kept,
    notes: own, // read when the lines are
    witnesses: [notes],
    keys: believed.map(keyOf),
    lineAt: lookerInto(file),
  });
}

const wholeHashes = (bytes) => bytes.subarray(0, bytes.length - (bytes.length % HASH_BYTES));

/** Checkpoints by their sizes, the least first: a key that was renewed has signed many. */
const named = ([least, ...others]) =>
  others.length === 0
    ? `the checkpoint of ${least} events is`
    : `${others.length + 1} checkpoints, of ${least} to ${others.at(-1)} events, are`;

/** Reads lines around a place again; asked only when something is wrong. */
function lookerInto(file) {
  let from = 0;
  let window = [];
  return async (place) => {
    if (place < from || place >= from + window.length) {
      from = Math.max(0, place - 2 * NEAR);
      window = [];
      let number = 0;
      for await (const line of linesOf(file)) {
        if (!isLeaf(line)) continue;
        if (number >= from + 5 * NEAR) break;
        if (number >= from) window.push(Buffer.from(line));
        number += 1;
      }
    }
    return window[place - from] ?? null;
  };
}

// The command -----------------------------------------------------------------------------------------------------------

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { key: { type: 'string', multiple: true }, checkpoints: { type: 'string', multiple: true } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1)
    throw new Unverifiable(
      'Usage: node verify-audit.mjs EXPORT [--key KEY]… [--checkpoints FILE]…; --key stands before each key',
    );
  const keys = values.key ?? [];
  const notes = (values.checkpoints ?? []).flatMap((path) => keptNotes(readFileSync(path, 'utf8'), path));
  const started = performance.now();
  const { size, covered, checkpoints, findings } = await verifyExport(file, { keys, notes });
  if (keys.length === 0)
    console.log('The key is the one in the export: give yours with --key, or a forger may have put it there.');
  console.log(
    `${size} events, ${covered} of them signed for by ${checkpoints} checkpoints; ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  for (const { what } of findings.slice(0, 20)) console.log(`TAMPERED: ${what}.`);
  if (findings.length === 0 && covered === 0 && size > 0)
    throw new Unverifiable('Nothing is signed: there is no checkpoint.');
  if (findings.length === 0) console.log('The log is what was signed.');
  process.exitCode = findings.length > 0 ? 1 : 0;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await main().catch((error) => {
    console.error(error instanceof Unverifiable || error.code ? error.message : error);
    process.exitCode = 2;
  });
}
