import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { bytesOf } from './file-bytes.js';
import type { FileFormat } from './file-format.js';
import { WorkQueue } from '../queue/work-queue.js';
import type { Act } from '../rights/act.js';
import type { FileContent } from './shape.js';

/** Characters of rows that are a file within milliseconds. */
const SMALL = 100_000;
/** Memory that one big file may take while it is made, in MB. */
const MOST_MEMORY_MB = 512;

/** One at work, for its memory; few wait, for seconds each; and nobody fills the queue alone. */
const threads = new WorkQueue(1, 8, 2);

/**
 * Makes the bytes of a file; a big one, or one to print, in a thread, one after the other: a spreadsheet of ten thousand
 * rows takes seconds, in which everybody else is answered.
 * @throws Problem 429 when too many files wait, or two of the same actor's
 */
export async function makeFile(format: FileFormat, content: FileContent, act: Act): Promise<Buffer> {
  const characters = content.items.reduce((sum, { length }) => sum + length, 0);
  const small = format !== 'pdf' && characters < SMALL;
  const making = small ? bytesOf(format, content) : inTurn(() => inThread(format, content), act);
  const { buffer, byteOffset, byteLength } = await making;
  return Buffer.from(buffer, byteOffset, byteLength);
}

const inTurn = <Made>(make: () => Promise<Made>, { actor, circumstances }: Act): Promise<Made> =>
  threads.take(make, { by: actor.id, gone: circumstances.gone });

async function inThread(format: FileFormat, content: FileContent): Promise<Uint8Array> {
  const worker = new Worker(new URL('./file-worker.js', import.meta.url), {
    workerData: { format, content },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  try {
    const [bytes] = (await once(worker, 'message')) as [Uint8Array];
    return bytes;
  } finally {
    await worker.terminate();
  }
}
