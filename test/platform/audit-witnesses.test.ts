import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { SealedScratch } from '../kit/sealed-scratch.js';

/** Checkpoints, where they are kept, and the keys that sign them. */
let sealed: SealedScratch;

beforeAll(async () => {
  sealed = await SealedScratch.open();
  await sealed.seal();
  for (const name of ['một', 'hai', 'ba']) {
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
