import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../setup/built.js';
import type { Fault } from './faults.js';

const dist = join(root, 'dist');
/** What else stands in dist: the bundle, and what other tests made there. */
const OTHERS = /^(program|faulty-|openapi-)/;
const isCode = (path: string): boolean => !path.endsWith('.map');

/** The built program with one fault in it, inside the project so that it finds its libraries; gone after the work. */
export async function withFault<Found>(
  { file, find, replace }: Fault,
  work: (dist: string) => Promise<Found>,
): Promise<Found> {
  const folder = await mkdtemp(join(dist, 'faulty-'));
  try {
    for (const part of await readdir(dist)) {
      if (!OTHERS.test(part)) await cp(join(dist, part), join(folder, part), { recursive: true, filter: isCode });
    }
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    if (!text.includes(find)) throw new Error(`${file} has no longer the text that this fault replaces:\n${find}`);
    await writeFile(
      path,
      text.replace(find, () => replace),
    );
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
