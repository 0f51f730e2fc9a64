import { rmSync } from 'node:fs';

/** Stops the run's PostgreSQL and removes what it left. */
export default async function tearDown(): Promise<void> {
  const run = globalThis.testRun;
  if (!run) return;
  await run.stop();
  rmSync(run.folder, { recursive: true, force: true });
}
