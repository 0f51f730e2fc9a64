import { register } from 'node:module';

register('./test/setup/typescript-hooks.js', import.meta.url);

/** The tests run as ES modules, like the program; `npm run build` comes first, as the stories start the built server. */
export default {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.story.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testEnvironment: './test/setup/environment.mjs',
  testTimeout: 60_000, // ends what hangs; a busy machine takes its time
  maxWorkers: 2,
  testSequencer: './test/setup/longest-first.mjs',
  globalSetup: './test/setup/global-setup.mts',
  globalTeardown: './test/setup/global-teardown.mts',
  reporters: ['default', './test/counting/reporter.mts'],
};
