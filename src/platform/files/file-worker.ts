import { parentPort, workerData } from 'node:worker_threads';
import { bytesOf } from './file-bytes.js';
import type { FileFormat } from './file-format.js';
import type { FileContent } from './shape.js';

/** Makes one file, in a thread of its own. */
const { format, content } = workerData as { format: FileFormat; content: FileContent };
parentPort?.postMessage(await bytesOf(format, content));
