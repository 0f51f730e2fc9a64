import { appendFile, open } from 'node:fs/promises';
import { inTime } from '../time/in-time.js';

/** What follows each note; what a write that was cut off has left ends otherwise. */
const END = '\n\n';

/** Bytes at the end of a file, some four thousand checkpoints: more than two servers append out of their order, or one in minutes. */
const LATEST = 2 ** 20;

/** How long its storage may take. A share whose server is away answers never, and says nothing. */
const PATIENCE_MS = 5_000;

/** What is signed is in the database, and not yet in the file. */
export class CheckpointNotKept extends Error {}

/** Of a file that is still to be made, or may only be appended to, nothing is known. */
const UNKNOWN: readonly (string | undefined)[] = ['ENOENT', 'EACCES'];

/**
 * The latest checkpoints of such a file, which grows for years; nothing where there is none.
 * @throws CheckpointNotKept when it cannot be read, or its storage does not answer
 */
export function latestIn(path: string, patienceMs = PATIENCE_MS): Promise<string> {
  const read = endOf(path, LATEST).catch(({ code }: NodeJS.ErrnoException) => {
    if (UNKNOWN.includes(code)) return '';
    throw new CheckpointNotKept(`${path} cannot be read (${code})`);
  });
  return fromStorage(path, read, patienceMs);
}

async function endOf(path: string, length: number): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - length);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - from), 0, size - from, from);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}

/**
 * The file to which each checkpoint is appended, for an operator who keeps it on other storage than the database. Nobody waits
 * long for that storage: while a write is under way that takes too long, the next ones are refused at once, and wait.
 */
export class CheckpointFile {
  private readonly waiting: string[] = [];
  private writing: Promise<void> | undefined;
  private late = false;

  /** @param patienceMs how long its storage may take to answer */
  constructor(
    private readonly path: string,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** Its latest checkpoints, in whatever order they were appended. @throws CheckpointNotKept */
  latest = (): Promise<string> => latestIn(this.path, this.patienceMs);

  /** Begins with the last checkpoint there is, unless the file has it. @throws CheckpointNotKept */
  async begin(note: string | null): Promise<void> {
    const text = await this.latest();
    if (note !== null && !text.includes(`${note}\n`)) await this.append(note);
    else await fromStorage(this.path, this.write(''), this.patienceMs);
  }

  /** Appends a note and an empty line; what could not be written before comes first. @throws CheckpointNotKept */
  async append(note: string): Promise<void> {
    this.waiting.push(`${note}\n`);
    await this.catchUp();
  }

  /** Appends what could not be written before. @throws CheckpointNotKept when it still cannot be */
  async catchUp(): Promise<void> {
    if (this.late) throw notInTime(this.path);
    while (this.waiting.length > 0) await this.writeInTime();
  }

  private async writeInTime(): Promise<void> {
    this.writing ??= this.writeWaiting().finally(() => {
      this.writing = undefined;
      this.late = false;
    });
    await fromStorage(this.path, this.writing, this.patienceMs).catch((error: unknown) => {
      this.late = this.writing !== undefined;
      throw error;
    });
  }

  private async writeWaiting(): Promise<void> {
    const count = this.waiting.length;
    await this.write(this.waiting.join(''));
    this.waiting.splice(0, count);
  }

  private async write(text: string): Promise<void> {
    try {
      const beginning = text === '' || (await this.endsWhole()) ? '' : END;
      await appendFile(this.path, beginning + text);
    } catch (error) {
      throw new CheckpointNotKept(`${this.path} cannot be written (${(error as NodeJS.ErrnoException).code})`);
    }
  }

  private async endsWhole(): Promise<boolean> {
    const end = await endOf(this.path, END.length).catch(() => '');
    return end === '' || end === END;
  }
}

/** Whether storage was given up that still keeps a thread of this process waiting: then it cannot end by itself. */
export const waitsForStorage = (): boolean => unanswered > 0;
let unanswered = 0;

const notInTime = (path: string) => new CheckpointNotKept(`${path} does not answer`);

/** What storage that may be a share is asked. @throws CheckpointNotKept when it takes longer; what was begun may still come to its end */
export const fromStorage = <T>(path: string, work: Promise<T>, patienceMs = PATIENCE_MS): Promise<T> =>
  inTime(work, patienceMs, () => {
    unanswered += 1;
    void work.catch(() => undefined).then(() => (unanswered -= 1));
    return notInTime(path);
  });
