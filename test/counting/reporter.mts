import { missingFromRun } from './missing.js';

/** What Jest tells a reporter, as far as this one asks. */
interface RunConfig {
  testPathPatterns: { isSet(): boolean };
  testNamePattern?: string;
  onlyChanged: boolean;
  onlyFailures: boolean;
  findRelatedTests: boolean;
  shard?: object;
  watch: boolean;
  watchAll: boolean;
}
interface RunResults {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

/**
 * Ends the suite by counting: what the stories never did is listed and fails the run (only when the whole suite ran and
 * nothing failed); the closing line `N passed, N failed` stands alone, and the count is one of the N.
 */
export default class CountingReporter {
  readonly #isWhole: boolean;
  #error: Error | undefined;

  constructor(config: RunConfig) {
    const { testPathPatterns, testNamePattern, onlyChanged, onlyFailures, findRelatedTests, shard, watch, watchAll } =
      config;
    const isPart =
      testPathPatterns.isSet() || testNamePattern || onlyChanged || onlyFailures || findRelatedTests || shard;
    this.#isWhole = !isPart && !watch && !watchAll;
  }

  async onRunComplete(_contexts: unknown, results: RunResults): Promise<void> {
    const broken = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const isCounted = this.#isWhole && broken === 0;
    const missing = isCounted ? await missingFromRun() : [];
    if (missing.length > 0) {
      this.#error = new Error(`The stories leave out:\n  ${missing.join('\n  ')}`);
      process.stdout.write(`\n${this.#error.message}\n`);
    }
    const passed = results.numPassedTests + (isCounted && !this.#error ? 1 : 0);
    const failed = broken + (this.#error ? 1 : 0);
    // Jest's own summary comes after every reporter.
    process.once('exit', () => process.stdout.write(`\n${passed} passed, ${failed} failed\n`));
  }

  /** What makes Jest end with an error. */
  getLastError(): Error | undefined {
    return this.#error;
  }
}
