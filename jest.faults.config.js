import config from './jest.config.js';

/** The seeded faults, on demand: each is a server of its own that the matrix must not let pass. */
export default {
  ...config,
  testMatch: ['<rootDir>/test/rights/faults/*.faults.ts'],
  testTimeout: 600_000,
  reporters: ['default'],
};
