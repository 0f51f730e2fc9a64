import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { programFolder } from '../config/program-folder.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { WITHOUT_END } from './connection.js';
import { diskIsFull } from './failure.js';

/** What is loaded right after a migration, in its transaction: by the migration's name, `0003-places`. */
export type Loaders = Readonly<Record<string, (client: pg.ClientBase) => Promise<void>>>;

const FOLDER = join(programFolder, 'migrations');

/** The names of the files of migrations/, without their ending, in the order in which they run. */
export const migrationNames = (): string[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort();

/** What such a file says. */
export const textOf = (name: string): string => readFileSync(join(FOLDER, `${name}.sql`), 'utf8');

/** A file as TypeORM's runner wants it: a class. */
export function migrationClass(name: string, loaders: Loaders): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = keptName(name);

    async up(runner: QueryRunner): Promise<void> {
      const client = (await runner.connect()) as pg.ClientBase;
      try {
        await client.query(WITHOUT_END);
        await client.query('set local search_path = registry, public');
        await client.query(textOf(name));
        await loaders[name]?.(client);
      } catch (error) {
        if (diskIsFull(error)) throw error;
        const { message, detail } = error as pg.DatabaseError;
        throw new StartRefusal(
          `The migration ${name}.sql failed and was undone, because PostgreSQL said: ${message}${detail ? ` (${detail})` : ''}.`,
        );
      }
    }

    /** Migrations go forward only: a mistake is corrected by a new one. */
    async down(): Promise<void> {
      throw new Error(`The migration ${name} cannot be undone.`);
    }
  };
}

/** The name of a kept name's file: `0002b-sequence1600000000202`, `0002b-sequence`. */
export const fileOf = (kept: string): string => kept.slice(0, -TIMESTAMP_DIGITS);

/** TypeORM orders migrations by the timestamp that ends their name: here the file's number and letter. */
function keptName(name: string): string {
  const [, number, letter] = /^(\d{4})([a-z]?)-/.exec(name) ?? [];
  if (number === undefined) throw new Error(`The migration ${name} is not named NNNN-what or NNNNx-what.`);
  const place = letter ? letter.charCodeAt(0) - 'a'.charCodeAt(0) + 1 : 0;
  return `${name}${FIRST_TIMESTAMP + Number(number) * 100 + place}`;
}

const TIMESTAMP_DIGITS = 13;
const FIRST_TIMESTAMP = 1_600_000_000_000;
