import type { Database } from '../database/database.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { checkpointsIn, MISSING_CHECKPOINT, sizeOf } from './another-history.js';
import { CheckpointNotKept, type CheckpointFile } from './checkpoint-file.js';
import { checkpointText, signedNote } from './signed-note.js';
import type { SigningKey } from './signing-key.js';

interface Tree {
  size: number;
  root: Buffer;
  /** The size of the last checkpoint. */
  signed: number;
  /** Numbered events are left that are not in the tree yet. */
  behind: boolean;
}

/** Events that one statement numbers, or appends to the tree: well within its time. */
const EVENTS_AT_ONCE = 2_000;

/** The last checkpoint that is known ($1), if there is one, is there still. */
const IS_THERE = `($1::text is null or exists (select from audit.checkpoints where size = split_part($1, E'\\n', 2)::bigint and note = $1))`;
/** Keeps another ($2: its size, $3: its note) after that; null where it is lost. */
const KEEP_AFTER = `select case when ${IS_THERE} then audit.keep_checkpoint($2, $3) end as kept`;
/** The newest, after that; no row where it is lost. */
const NEWEST_AFTER = `select note from audit.checkpoints where ${IS_THERE} order by size desc limit 1`;

const CURE = 'stop the servers, put CHECKPOINT_FILE aside as docs/audit.md says, and start them again';

/** Numbers the events, lets the tree grow by them, signs its root: one checkpoint a turn. */
export class SealedLog {
  private name: string | null = null;
  /** The newest checkpoint that this process has seen, its own or another's. */
  private last: string | null = null;

  /** @param file told each checkpoint that this process signs, if there is one */
  constructor(
    private readonly database: Database,
    private readonly key: SigningKey,
    private readonly file: CheckpointFile | null,
  ) {}

  /**
   * Agrees with the database on the log's name and key, and begins the checkpoint file.
   * @throws StartRefusal when the log is signed by another key, the file tells of a later log than the database, or cannot be written
   */
  async begin(): Promise<void> {
    const { publicKey, file } = this.key;
    const [row] = await this.ask<{ name: string | null }>('select audit.signing_name($1) as name', [publicKey]);
    this.name = row?.name ?? null;
    if (this.name === null) {
      throw new StartRefusal(
        `The audit log is signed by another key than that of ${file}: put the log's own key there (every server needs the same), or, if it is lost, run \`npm run htx -- audit renew-key\`.`,
      );
    }
    await this.refuseAnotherHistory(this.name).catch(refuseWithoutFile);
    const [last] = await this.ask<{ note: string }>(
      'select note from audit.checkpoints order by size desc limit 1',
      [],
    );
    this.last = last?.note ?? null;
    await this.file?.begin(this.last).catch(refuseWithoutFile);
  }

  /** After an older backup was restored, what is written next would be signed as another history of the same log. */
  private async refuseAnotherHistory(name: string): Promise<void> {
    if (this.file === null) return;
    const [missing] = await this.ask<{ size: string }>(
      MISSING_CHECKPOINT,
      await checkpointsIn(await this.file.latest(), name),
    );
    if (!missing) return;
    throw new StartRefusal(
      `CHECKPOINT_FILE has a checkpoint of ${missing.size} events that this database does not have: if an older backup was restored, or a standby took over, put the file aside as docs/audit.md says; if not, run \`npm run htx -- audit verify\`.`,
    );
  }

  /** Numbers what is final by now, appends it to the tree, and signs for it; what the file lacks is tried again. */
  async seal(): Promise<void> {
    while ((await this.number()) >= EVENTS_AT_ONCE); // more may wait
    let tree = await this.grow();
    while (tree?.behind) {
      const before = tree.size;
      tree = await this.grow();
      if (tree?.size === before) break; // another process is at it
    }
    if (tree && tree.size > tree.signed) return this.sign(tree);
    if (tree && tree.signed > sizeOf(this.last)) await this.follow();
    await this.file?.catchUp();
  }

  /** Numbers the events that are final by now, or the first of them. @returns how many */
  private async number(): Promise<number> {
    const [row] = await this.ask<{ numbered: number }>('select audit.seal($1) as numbered', [EVENTS_AT_ONCE]);
    return row?.numbered ?? 0;
  }

  private async grow(): Promise<Tree | undefined> {
    return (await this.ask<Tree>('select size, root, signed, behind from audit.grow_tree($1)', [EVENTS_AT_ONCE]))[0];
  }

  /**
   * Whoever signs the same tree first is heard.
   * @throws Error when the database has lost what was signed, as a standby may that took over: it would sign another history
   */
  private async sign({ size, root }: Tree): Promise<void> {
    const name = this.name;
    if (name === null) throw new Error('The log has not begun.');
    const note = signedNote(checkpointText(name, size, root), name, this.key.publicKey, this.key.privateKey);
    const [row] = await this.ask<{ kept: boolean | null }>(KEEP_AFTER, [this.last, size, note]);
    if (row?.kept == null) throw this.lost();
    if (!row.kept) return this.follow();
    this.last = note;
    await this.file?.append(note);
  }

  /** Another process has signed since. @throws Error as `sign` */
  private async follow(): Promise<void> {
    const [newest] = await this.ask<{ note: string }>(NEWEST_AFTER, [this.last]);
    if (!newest) throw this.lost();
    this.last = newest.note;
  }

  private lost = (): Error => new Error(`the database lost the checkpoint of ${sizeOf(this.last)} events: ${CURE}`);

  private ask<Row>(text: string, values: unknown[]): Promise<Row[]> {
    return this.database.run<Row>({ text, values });
  }
}

function refuseWithoutFile(error: unknown): never {
  if (error instanceof CheckpointNotKept) throw new StartRefusal(`CHECKPOINT_FILE: ${error.message}.`);
  throw error;
}
