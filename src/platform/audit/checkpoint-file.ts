import { appendFile, open, readFile } from 'node:fs/promises';
import { publishedVerifier } from './published-verifier.js';

/** What follows each note; what a write that was cut off has left ends otherwise. */
const END = '\n\n';

/** Characters in which the last note of a file stands whole. */
const LONGEST_NOTES = 4_000;

/** What is signed is in the database, and not yet in the file. */
export class CheckpointNotKept extends Error {}

/** The file to which each checkpoint is appended, for an operator who keeps it on other storage than the database. */
export class CheckpointFile {
  private readonly waiting: string[] = [];

  constructor(private readonly path: string) {}

  /** The last checkpoint in the file that was written whole. */
  async last(): Promise<string | null> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    const { notesIn } = await publishedVerifier();
    return notesIn(text.slice(-LONGEST_NOTES)).at(-1) ?? null;
  }

  /** Begins with the last checkpoint there is, unless the file ends with it. @throws CheckpointNotKept */
  async begin(note: string | null): Promise<void> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    if (note !== null && !text.endsWith(`${note}\n`)) await this.append(note);
    else await this.write('');
  }

  /** Appends a note and an empty line; what could not be written before comes first. @throws CheckpointNotKept */
  async append(note: string): Promise<void> {
    this.waiting.push(`${note}\n`);
    await this.catchUp();
  }

  /** Appends what could not be written before. @throws CheckpointNotKept when it still cannot be */
  async catchUp(): Promise<void> {
    if (this.waiting.length === 0) return;
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

  /** A file that is still to be made does, and of one that may only be appended to nothing is known. */
  private async endsWhole(): Promise<boolean> {
    const file = await open(this.path).catch(() => null);
    if (file === null) return true;
    try {
      const { size } = await file.stat();
      const { buffer } = await file.read(Buffer.alloc(END.length), 0, END.length, Math.max(0, size - END.length));
      return size === 0 || buffer.toString() === END;
    } finally {
      await file.close();
    }
  }
}
