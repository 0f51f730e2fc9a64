import { setTimeout as pause } from 'node:timers/promises';
import { rowsOf } from '../setup/database.js';

/** Waits until the last checkpoint covers every event. */
export async function allSigned(databaseUrl: string): Promise<void> {
  for (;;) {
    const [row] = await rowsOf<{ signed: boolean }>(
      databaseUrl,
      `select (select max(size) from audit.checkpoints) = (select count(*) from audit.events) as signed`,
    );
    if (row?.signed) return;
    await pause(20);
  }
}

/** A moment, for `knownAt`, at which all that was written so far is known, and nothing that is written from now on. */
export async function momentOfNow(databaseUrl: string): Promise<string> {
  await allSigned(databaseUrl);
  await pause(2); // a moment is told in milliseconds, the log's in microseconds
  return new Date().toISOString();
}

/** The last number of the log, for `knownAt`, once all that was written so far has one. */
export async function lastNumber(databaseUrl: string): Promise<number> {
  await allSigned(databaseUrl);
  const [row] = await rowsOf<{ last: number }>(databaseUrl, 'select max(seq)::integer as last from audit.sequence');
  return row?.last ?? 0;
}
