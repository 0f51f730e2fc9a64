import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { SealedScratch } from '../kit/sealed-scratch.js';

/** Checkpoints, where they are kept, and the keys that sign them. */
let sealed: SealedScratch;
/** How many events came before the six that are entered. */
let before: number;

beforeAll(async () => {
  sealed = await SealedScratch.open();
  before = await sealed.seal();
  for (const name of ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu']) {
    await sealed.enter(name);
    await sealed.seal();
  }
  await sealed.close();
}, 60_000);

afterAll(() => sealed.drop());

/** Runs on a copy, which is then gone. */
async function onCopy(body: (copy: SealedScratch) => Promise<void>): Promise<void> {
  const copy = await SealedScratch.open(sealed);
  try {
    await body(copy);
  } finally {
    await copy.drop();
  }
}

test('a key that was put into the table, and signed nothing, is named', () =>
  onCopy(async (copy) => {
    expect(await copy.verified()).toEqual([]);
    await copy.owner.query(
      `insert into audit.signing_keys (name, public_key) select name, sha256('x') from audit.signing_keys limit 1`,
    );
    const key = await copy.value<string>(
      `select audit.verifier_key(name, public_key) from audit.signing_keys order by step desc limit 1`,
    );
    expect(await copy.verified()).toEqual([
      `the key ${key} was put into audit.signing_keys: it signed nothing, and is none that is believed`,
    ]);
  }));

test('checkpoints that were taken from the database are named, a range of them each', () =>
  onCopy(async (copy) => {
    const [first, second, fourth] = [before + 1, before + 2, before + 4];
    await copy.tamper(`delete from audit.checkpoints where size in (${first}, ${second}, ${fourth})`);
    expect(await copy.verified()).toEqual([
      `2 checkpoints, of ${first} to ${second} events, are in CHECKPOINT_FILE and not in the database`,
      `the checkpoint of ${fourth} events is in CHECKPOINT_FILE and not in the database`,
    ]);
    expect(await copy.exportVerified()).toEqual([]);
    await copy.tamper('delete from audit.checkpoints');
    const file = readFileSync(copy.checkpointFile, 'utf8');
    writeFileSync(copy.checkpointFile, file.replaceAll('htx-registry/', 'another-log/'));
    expect((await copy.verified()).filter((what) => what.includes('not in the database'))).toEqual([]);
  }));
