import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { root } from '../setup/built.js';

/** docs/architecture.md draws the floors and rooms; here its picture is held against the folders and their imports. */

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
const picture = /```mermaid\n([^]*?)```/.exec(page)?.[1] ?? '';
const src = join(root, 'src');

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });

/** The room of the picture in which a file stands. */
function roomOf(file: string): string {
  const [top = ''] = relative(src, file).split('/');
  if (['main.ts', 'cli.ts'].includes(top)) return 'main';
  return ['app.module.ts', 'platform.module.ts'].includes(top) ? 'server' : top.replace(/\.ts$/, '');
}

const imports = filesIn(src).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => ({
    from: file,
    to: resolve(dirname(file), path.replace(/\.js$/, '.ts')),
  })),
);
const real = new Set(
  imports.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`).filter((edge) => !/^(\w+) → \1$/.test(edge)),
);
const drawn = [...picture.matchAll(/^ +(\w+)(?:\[[^\]]*\])? --> (\w+)/gm)].map(([, from, to]) => `${from} → ${to}`);

/** Everything that lies below a room in the picture. */
function below(room: string): string[] {
  const next = drawn.flatMap((edge) => (edge.startsWith(`${room} → `) ? [edge.split(' → ')[1] ?? ''] : []));
  return [...next, ...next.flatMap(below)];
}

describe('the picture of the architecture', () => {
  test('draws only arrows along which something is imported', () => {
    expect(drawn.filter((edge) => !real.has(edge))).toEqual([]);
    expect(drawn.length).toBeGreaterThan(5);
  });

  test('has every import of one room from another point down', () => {
    const upwards = [...real].filter((edge) => {
      const [from = '', to = ''] = edge.split(' → ');
      return !below(from).includes(to);
    });
    expect(upwards).toEqual([]);
  });

  test('names the registers in the order in which they may import', () => {
    const row = /^ +(codes --- .+)$/m.exec(picture)?.[1]?.split(' --- ');
    const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
      forbidden: { name: string }[];
    };
    const held = forbidden.flatMap(({ name }) => /^(\w+)-imports-only-registers-above$/.exec(name)?.[1] ?? []);
    expect(row).toEqual(held);
    expect([...held].sort()).toEqual(readdirSync(join(src, 'registry')).sort());
  });

  test('is followed by a table of every room of the ground floor', () => {
    const table = /^The rooms of `platform`:\n([^]*?)^## /m.exec(page)?.[1] ?? '';
    const rooms = [...table.matchAll(/^\| (`\w+`(?:, `\w+`)*) +\|/gm)].flatMap(([, names = '']) =>
      names.split(', ').map((name) => name.replaceAll('`', '')),
    );
    expect(rooms.sort()).toEqual(readdirSync(join(src, 'platform')).sort());
  });
});

test('a file is grasped at one reading: nine of ten have a hundred lines at most, and none three hundred', () => {
  const lines = filesIn(src).map((file) => readFileSync(file, 'utf8').split('\n').length - 1);
  lines.sort((one, other) => one - other);
  expect(lines[Math.floor(lines.length * 0.9)]).toBeLessThanOrEqual(100);
  expect(lines.at(-1)).toBeLessThan(300);
});

test('no text is run as a program, and no secret comes from Math.random (ASVS 1.3.2, 6.5.3, 7.2.3, 11.5.1)', () => {
  const forbidden = /\beval\(|\bnew Function\(|node:vm\b|Math\.random/;
  expect(filesIn(src).filter((file) => forbidden.test(readFileSync(file, 'utf8')))).toEqual([]);
});
