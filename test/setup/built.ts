import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const root = process.cwd();

/** A file of the built program, by its path in src/. @throws Error when the program was not built */
export function builtFile(source: string): string {
  const path = join(root, 'dist', source.replace(/\.ts$/, '.js'));
  if (!existsSync(path)) throw new Error(`${path} is missing: build first (npm run build).`);
  return path;
}

/** Runs a built file in a Node of its own, and answers what it printed. */
export async function runBuilt(source: string, args: string[], env: Record<string, string>): Promise<string> {
  const { stdout } = await run(process.execPath, [builtFile(source), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
  });
  return stdout;
}

/** Runs a few lines that import built modules in a Node of its own, and answers the JSON they print. */
export async function askBuilt<Answer>(code: string, env: Record<string, string> = {}): Promise<Answer> {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: root,
    env: { ...process.env, ...env },
    maxBuffer: 16 * 1024 * 1024,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null') as Answer;
}
