// Builds unless the program is younger than all it is made of, so that a second `npm run demo` starts at once. Folders count
// too: theirs is the time at which a file in them went. After an install it builds `always`, whatever times were copied along.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';

const sources = [
  'tsconfig.json',
  'tsconfig.build.json',
  'bundle.mjs',
  'third-party.mjs',
  'src',
  ...readdirSync('src', { recursive: true }).map((name) => `src/${name}`),
];
/** The libraries; npm writes these files too when it only takes packages away. */
const libraries = ['package.json', 'package-lock.json'];
/** What builds, and is not there after `npm ci --omit=dev`. */
const builders = ['esbuild', 'typescript', '@types/pg'];

/** Written last by a build. */
const built = statSync('dist/program/main.js', { throwIfNoEntry: false })?.mtimeMs ?? 0;
const olderThan = (paths) => paths.some((path) => statSync(path).mtimeMs > built);

if (builders.every((name) => existsSync(`node_modules/${name}`))) {
  if (process.argv[2] === 'always' || olderThan([...sources, ...libraries]))
    process.exitCode = spawnSync('npm run build', { shell: true, stdio: 'inherit' }).status ?? 1;
} else if (olderThan(sources)) {
  console.error('The program is not built, or older than its sources, and to build it needs the development packages.');
  console.error('Install with `npm ci --include=dev`; `npm prune --omit=dev` takes them away again.');
  process.exitCode = 1;
}
