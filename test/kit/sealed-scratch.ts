import { randomBytes, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CheckpointFile } from '../../src/platform/audit/checkpoint-file.js';
import { exportedLines } from '../../src/platform/audit/export-log.js';
import { publishedVerifier } from '../../src/platform/audit/published-verifier.js';
import { LogReader } from '../../src/platform/audit/log-reader.js';
import { SealedLog } from '../../src/platform/audit/sealed-log.js';
import { checkpointText, signedNote } from '../../src/platform/audit/signed-note.js';
import { signingKey } from '../../src/platform/audit/signing-key.js';
import { verifyDatabase } from '../../src/platform/audit/verify-log.js';
import { readSettings } from '../../src/platform/config/settings.js';
import { Database } from '../../src/platform/database/database.js';
import { onServer } from '../setup/database.js';
import { TEMPLATE, urlOf } from '../setup/run.js';
import { ALLIANCE, SCRATCH } from './scratch-table.js';

/** A small registry whose log is sealed and signed, and what an intruder with all rights can do to it. */
export class SealedScratch {
  private constructor(
    readonly url: string,
    private readonly name: string,
    private readonly folder: string,
    readonly owner: pg.Client,
    readonly key: string,
  ) {}

  /** @param like a closed one to begin as */
  static async open(like?: SealedScratch): Promise<SealedScratch> {
    const name = `htx_${process.pid}_${randomBytes(4).toString('hex')}`;
    await onServer(`create database ${name} template ${like?.name ?? TEMPLATE} strategy file_copy`);
    const folder = mkdtempSync(join(tmpdir(), 'htx-sealed-'));
    if (like) cpSync(like.folder, folder, { recursive: true });
    const owner = new pg.Client(urlOf(name));
    await owner.connect();
    if (!like) await owner.query(SCRATCH);
    const settings = readSettings({ DATA_FOLDER: folder });
    const database = await Database.connect({ url: urlOf(name), pool: 1, records: [] });
    await new SealedLog(database, signingKey(settings), null).begin();
    await database.close();
    const [key = ''] = await new LogReader(owner).keys();
    return new SealedScratch(urlOf(name), name, folder, owner, key);
  }

  /** The checkpoints that an operator keeps on other storage. */
  get checkpointFile(): string {
    return join(this.folder, 'checkpoints');
  }

  /** Enters a row; personal values come along. */
  async enter(name: string): Promise<string> {
    const id = randomUUID();
    await this.owner.query(
      `insert into registry.scratch (id, alliance_id, name, phone, password) values ($1, $2, $3, '+84912345678', 'hush')`,
      [id, ALLIANCE, name],
    );
    return id;
  }

  /** Seals all that was written, as one batch, and signs it. */
  seal = (): Promise<number> => this.sealing((seal) => seal());

  /** What a server does between its start and its end: `seal` seals all that was written by then. */
  async sealing<Result>(work: (seal: () => Promise<number>) => Promise<Result>): Promise<Result> {
    const database = await Database.connect({ url: this.url, pool: 2, records: [] });
    try {
      const file = new CheckpointFile(this.checkpointFile);
      const log = new SealedLog(database, signingKey(readSettings({ DATA_FOLDER: this.folder })), file);
      await log.begin();
      return await work(() => this.sealAll(log));
    } finally {
      await database.close();
    }
  }

  private async sealAll(log: SealedLog): Promise<number> {
    for (let attempt = 0; attempt < 400; attempt += 1) {
      await log.seal();
      if ((await this.value('select count(*)::int from audit.events')) === (await this.size())) return this.size();
      await new Promise((resolve) => setTimeout(resolve, 25)); // a transaction of another database that is just ending holds it back
    }
    throw new Error('events stayed without a number');
  }

  /** Signs for the first so many events, as they are now: who has the key can. */
  async sign(size: number): Promise<void> {
    const { privateKey, publicKey } = signingKey(readSettings({ DATA_FOLDER: this.folder }));
    const [name = ''] = this.key.split('+');
    const root = await this.value<Buffer>('select audit.range_hash(0, $1)', [size]);
    const note = signedNote(checkpointText(name, size, root), name, publicKey, privateKey);
    await this.owner.query('insert into audit.checkpoints (size, root, note) values ($1, $2, $3)', [size, root, note]);
    await new CheckpointFile(this.checkpointFile).append(note);
  }

  size = (): Promise<number> => this.value('select audit.tree_size()::int');

  async value<Value>(text: string, values: unknown[] = []): Promise<Value> {
    const { rows } = await this.owner.query<[Value]>({ text, values, rowMode: 'array' });
    return (rows[0] as [Value])[0];
  }

  /** What a superuser can do: with all triggers off, foreign keys included. */
  async tamper(...statements: string[]): Promise<void> {
    const tables = [
      'audit.events',
      'audit.sequence',
      'audit.personal',
      'audit.nodes',
      'audit.checkpoints',
      'audit.frontier',
      'registry.scratch',
    ];
    await this.owner.query('begin');
    const { rows: fireAlways } = await this.owner.query<{ again: string }>(
      `select format('alter table %s enable always trigger %I', tgrelid::regclass, tgname) as again
       from pg_trigger where tgenabled = 'A' and tgrelid::regclass::text = any($1)`,
      [tables],
    );
    for (const table of tables) await this.owner.query(`alter table ${table} disable trigger all`);
    for (const statement of statements) await this.owner.query(statement);
    for (const table of tables) await this.owner.query(`alter table ${table} enable trigger all`);
    for (const { again } of fireAlways) await this.owner.query(again);
    await this.owner.query('commit');
  }

  /** What `htx audit verify` finds. @param elsewhere checkpoints that were kept where no server writes */
  async verified(elsewhere: string[] = []): Promise<string[]> {
    const { findings } = await verifyDatabase(this.url, [this.key], { file: await this.keptNotes(), elsewhere });
    return findings.map(({ what }) => what);
  }

  /** What it says of events that should have a number by now. */
  async unsealed(): Promise<string | null> {
    return (await verifyDatabase(this.url, [this.key], { file: await this.keptNotes(), elsewhere: [] })).unsealed;
  }

  async keptNotes(): Promise<string[]> {
    const { notesIn } = await publishedVerifier();
    return notesIn(readFileSync(this.checkpointFile, 'utf8'));
  }

  /** What the stand-alone verifier finds in an export. */
  async exportVerified(notes?: string[]): Promise<string[]> {
    const file = join(this.folder, `${this.name}.jsonl`);
    await this.exportTo(file);
    const { verifyExport } = await publishedVerifier();
    const { findings } = await verifyExport(file, { keys: [this.key], notes: notes ?? (await this.keptNotes()) });
    return findings.map(({ what }) => what);
  }

  async exportTo(file: string): Promise<void> {
    const client = new pg.Client(this.url);
    await client.connect();
    const log = new LogReader(client);
    await log.begin();
    let text = '';
    for await (const line of exportedLines(log)) text += `${line}\n`;
    await client.end();
    await writeFile(file, text);
  }

  /** Ends the connection, so that others can begin as this one. */
  close = (): Promise<void> => this.owner.end();

  async drop(): Promise<void> {
    await this.owner.end().catch(() => undefined);
    await onServer(`drop database if exists ${this.name} with (force)`);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
