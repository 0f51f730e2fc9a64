import { setTimeout as pause } from 'node:timers/promises';

/** What some work comes to. @throws what `tooLate` makes when it takes longer; the work itself goes on */
export async function inTime<T>(work: Promise<T>, ms: number, tooLate: () => Error): Promise<T> {
  const ended = new AbortController();
  const late = pause(ms, undefined, { ref: false, signal: ended.signal }).then(() => {
    throw tooLate();
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    ended.abort();
  }
}
