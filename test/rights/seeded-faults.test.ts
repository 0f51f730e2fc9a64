import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { builtFile } from '../setup/built.js';
import { faults } from './faults/faults.js';

test('each seeded fault still finds, once, the text that it replaces: renaming it would seed nothing', async () => {
  for (const { broken, file, find } of faults) {
    const pieces = (await readFile(builtFile(file), 'utf8')).split(find);
    expect([broken, pieces.length - 1]).toEqual([broken, 1]);
  }
});
