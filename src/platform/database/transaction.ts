import type pg from 'pg';
import { nameOfStatement } from './statement-name.js';

/** Texts that are prepared; what comes after them is parsed and planned each time. */
const MOST_PREPARED = 1_000;
const names = new Map<string, string>();

/** The open transaction of one unit of work. A statement is prepared once on each connection, whatever its values. */
export class Transaction {
  constructor(private readonly client: pg.ClientBase) {}

  /** @throws the failure as PostgreSQL gave it */
  async query<Row = unknown>(text: string, values: unknown[]): Promise<Row[]> {
    const name = nameOf(text);
    return (await this.client.query({ text, values, ...(name && { name }) })).rows as Row[];
  }
}

/** The name under which a text is prepared, or undefined when there are too many already. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_PREPARED) return known;
  const name = nameOfStatement(text);
  names.set(text, name);
  return name;
}
