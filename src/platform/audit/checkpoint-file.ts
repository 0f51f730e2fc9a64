import { appendFile, readFile } from 'node:fs/promises';

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
    await appendFile(this.path, this.waiting.join(''));
    this.waiting.splice(0, count);
  }
}
