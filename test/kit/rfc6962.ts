import { createHash } from 'node:crypto';

/**
 * RFC 6962 and RFC 9162 by the letter, slowly and over whole lists: what the database's proofs are measured by.
 */

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafHashOf = (line: string): Buffer => sha256(Buffer.from([0]), Buffer.from(line));
const nodeHashOf = (left: Buffer, right: Buffer): Buffer => sha256(Buffer.from([1]), left, right);

/** The largest power of two smaller than n. */
function split(n: number): number {
  let k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/** MTH(D), RFC 6962 2.1, over leaf hashes. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0] as Buffer;
  const k = split(leaves.length);
  return nodeHashOf(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** PATH(m, D), RFC 6962 2.1.1. */
export function pathOf(m: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...pathOf(m, leaves.slice(0, k)), rootOf(leaves.slice(k))]
    : [...pathOf(m - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

/** PROOF(m, D), RFC 6962 2.1.2. */
export const consistencyOf = (m: number, leaves: readonly Buffer[]): Buffer[] => subProof(m, leaves, true);

function subProof(m: number, leaves: readonly Buffer[], whole: boolean): Buffer[] {
  if (m === leaves.length) return whole ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subProof(m, leaves.slice(0, k), whole), rootOf(leaves.slice(k))]
    : [...subProof(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

/** The root that an inclusion proof leads to, RFC 9162 2.1.3.2; null when the path has the wrong length. */
export function rootOfInclusion(place: number, size: number, leaf: Buffer, path: readonly Buffer[]): Buffer | null {
  let [fn, sn, root] = [place, size - 1, leaf];
  for (const p of path) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      root = nodeHashOf(p, root);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else root = nodeHashOf(root, p);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 ? root : null;
}

/** Whether a consistency proof leads from one root to another, RFC 9162 2.1.4.2. */
export function isConsistent(
  [first, firstRoot]: readonly [number, Buffer],
  [second, secondRoot]: readonly [number, Buffer],
  proof: readonly Buffer[],
): boolean {
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot);
  const isPowerOfTwo = (first & (first - 1)) === 0;
  const [start, ...rest] = isPowerOfTwo ? [firstRoot, ...proof] : proof;
  if (!start) return false;
  let [fn, sn, fr, sr] = [first - 1, second - 1, start, start];
  while (fn % 2 === 1) [fn, sn] = [fn >> 1, sn >> 1];
  for (const c of rest) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [nodeHashOf(c, fr), nodeHashOf(c, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn >> 1, sn >> 1];
    } else sr = nodeHashOf(sr, c);
    [fn, sn] = [fn >> 1, sn >> 1];
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot);
}
