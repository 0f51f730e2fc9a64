// Builds unless the program is younger than all it is made of, so that a second `npm run demo` starts at once. Folders count
// too: theirs is the time at which a file in them went.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';

const madeOf = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'bundle.mjs',
  'src',
  ...readdirSync('src', { recursive: true }).map((name) => `src/${name}`),
];
/** Written last by a build. */
const built = statSync('dist/program/main.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (madeOf.some((path) => statSync(path).mtimeMs > built)) {
  process.exitCode = spawnSync('npm run build', { shell: true, stdio: 'inherit' }).status ?? 1;
}
