import type pg from 'pg';
import values from 'pg/lib/utils.js';
import { types } from './connection.js';

/** A statement and its values; one with a name is prepared once on each connection. */
export interface DatabaseQuery {
  name?: string;
  text: string;
  values: unknown[];
  /** It may take as long as a report may. */
  report?: true;
}

type Told = (error: Error | null | undefined, rows?: unknown[]) => void;
type Named = DatabaseQuery & { name: string };

type Reader = (text: string) => unknown;

/** How the columns of a statement are called and read. */
interface Shape {
  readonly names: string[];
  readonly readers: Reader[];
}

/** What pg keeps of a connection besides what its types tell: the texts that it has prepared, by their names. */
type Connection = pg.Connection & { readonly parsedStatements: Readonly<Record<string, string | undefined>> };

/** The shapes of the statements that a connection has described, by their names. */
const described = new WeakMap<pg.Connection, Map<string, Shape>>();

/**
 * The rows that a statement finds on one of a pool's connections.
 * @throws the failure as PostgreSQL gave it; its connection is given up
 */
export function rowsFrom<Row>(pool: pg.Pool, query: DatabaseQuery): Promise<Row[]> {
  if (!isNamed(query)) return pool.query(query).then(({ rows }) => rows as Row[]);
  const ask = pool.query.bind(pool) as unknown as (read: PreparedRead, nothing: [], told: Told) => void;
  return new Promise((resolve, reject) => {
    ask(new PreparedRead(query), [], (error, rows) => (error ? reject(error) : resolve(rows as Row[])));
  });
}

const isNamed = (query: DatabaseQuery): query is Named => query.name !== undefined;

/**
 * A prepared statement that is read as pg's own `Query` reads it, but described once on each connection instead of with each
 * answer, and without the events that nobody hears. pg runs whatever can `submit` itself.
 */
class PreparedRead implements pg.Submittable {
  /** pg notes both when the statement is prepared. */
  readonly name: string;
  readonly text: string;
  /** Set by pg, its time-out around it. */
  callback: Told | undefined;
  private readonly values: unknown[];
  private readonly rows: unknown[] = [];
  private shapes: Map<string, Shape> | undefined;
  private shape: Shape | undefined;
  private unreadable: Error | undefined;

  constructor({ name, text, values }: Named) {
    this.name = name;
    this.text = text;
    this.values = values;
  }

  /** Sends the statement. @returns why it cannot be sent, nothing having been sent */
  submit(connection: pg.Connection): Error | null {
    const { name, text } = this;
    const prepared = (connection as Connection).parsedStatements[name];
    if (prepared !== undefined && prepared !== text) return new Error(`Another statement has the name ${name}.`);
    let bound: (string | Buffer | null)[];
    try {
      bound = this.values.map((value) => values.prepareValue(value));
    } catch (error) {
      return error as Error;
    }
    this.shapes = described.get(connection);
    if (!this.shapes) described.set(connection, (this.shapes = new Map()));
    this.shape = this.shapes.get(name);
    connection.stream.cork();
    if (prepared === undefined) connection.parse({ name, text, types: [] }, true);
    connection.bind({ statement: name, values: bound }, true);
    if (!this.shape) connection.describe({ type: 'P', name: '' }, true);
    connection.execute(null, true);
    connection.sync();
    connection.stream.uncork();
    return null;
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    const readers = fields.map(({ dataTypeID }) => types.getTypeParser(dataTypeID, 'text') as unknown as Reader);
    this.shape = { names: fields.map(({ name }) => name), readers };
    this.shapes?.set(this.name, this.shape);
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const { names, readers } = this.shape as Shape;
    const row: Record<string, unknown> = {};
    try {
      for (let i = 0; i < names.length; i += 1) {
        const text = fields[i] ?? null;
        row[names[i] ?? ''] = text === null ? null : readers[i]?.(text);
      }
      this.rows.push(row);
    } catch (error) {
      this.unreadable = error as Error;
    }
  }

  handleCommandComplete(): void {}

  handleEmptyQuery(): void {}

  handleError(error: Error): void {
    this.callback?.(error);
  }

  handleReadyForQuery(): void {
    this.callback?.(this.unreadable, this.rows);
  }
}
