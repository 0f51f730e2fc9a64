import { appendFile, open, readFile } from 'node:fs/promises';

/** What follows each note; what a write that was cut off has left ends otherwise. */
const END = '\n\n';

/** The file to which each checkpoint is appended, for an operator who keeps it on other storage than the database. */
export class CheckpointFile {
  private readonly waiting: string[] = [];

  constructor(private readonly path: string) {}

  /** Begins with the last checkpoint there is, unless the file ends with it. @throws when the file cannot be written */
  async begin(note: string | null): Promise<void> {
    const text = await readFile(this.path, 'utf8').catch(() => '');
    if (note !== null && !text.endsWith(`${note}\n`)) await this.append(note);
    else await appendFile(this.path, '');
  }

  /** Appends a note and an empty line; what could not be written before comes first. @throws when it cannot be written */
  async append(note: string): Promise<void> {
    this.waiting.push(`${note}\n`);
    const count = this.waiting.length;
    const beginning = (await this.endsWhole()) ? '' : END;
    await appendFile(this.path, beginning + this.waiting.join(''));
    this.waiting.splice(0, count);
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
