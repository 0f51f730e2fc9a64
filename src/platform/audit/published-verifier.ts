import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { programFolder } from '../config/program-folder.js';

/** What the published verifier offers; it stands in docs/ and imports nothing of ours, so that anybody can run it alone. */
export interface Verifier {
  /** Thrown at what cannot be verified at all, as what is no key. */
  Unverifiable: new () => Error;
  keyOf(text: string): unknown;
  /** The checkpoints in a text. */
  notesIn(text: string): string[];
  /** Those in a file that was kept. @throws Unverifiable when there is none */
  keptNotes(text: string, file: string): string[];
  verifyExport(file: string, wanted: { keys?: readonly string[]; notes?: readonly string[] }): Promise<Verified>;
  verifyLog(log: {
    leaves: Iterable<HashedPiece> | AsyncIterable<HashedPiece>;
    kept: Iterable<Buffer> | AsyncIterable<Buffer>;
    notes: Iterable<string>;
    /** Lists of those kept elsewhere, each further from the log than the one before. */
    witnesses?: readonly (readonly string[])[];
    keys: unknown[];
    lineAt: (place: number) => Promise<Buffer | null>;
  }): Promise<Verified>;
}
/** Leaf hashes one after another, and the first place of the log at which another number stands, if there is one. */
export interface HashedPiece {
  hashes: Buffer;
  misplaced: number | null;
}
export interface Verified {
  size: number;
  /** How many events are signed for. */
  covered: number;
  checkpoints: number;
  findings: { what: string }[];
}

/** Loads docs/verify-audit.mjs: what an auditor runs and what the registry runs is one and the same. */
export const publishedVerifier = (): Promise<Verifier> =>
  import(pathToFileURL(join(programFolder, 'docs/verify-audit.mjs')).href) as Promise<Verifier>;
