import { expect, test } from '@jest/globals';
import { columns } from './expectations.js';
import { matrixOf } from './matrix.js';
import { withSubject } from './subject.js';

test('every operation does for everybody just what its published policy promises (ASVS 6.3.4, 8.2.1, 8.2.2, 8.2.3, 8.3.1)', async () => {
  const { operations, cells, doors, findings } = await withSubject((subject) => matrixOf(subject));
  expect(findings).toEqual([]);
  expect(cells).toBe(operations * columns.length);
  expect(doors).toBeGreaterThan(1_000);
  process.stdout.write(`${operations} operations, ${cells} cells, ${doors} doors\n`);
}, 600_000);
