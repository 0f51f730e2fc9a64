import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { cloneDatabase } from '../setup/database.js';
import { ALLIANCE, SCRATCH } from './scratch-table.js';

export { ALLIANCE };

/** A registry with a scratch table that the audit watches: what the tests of the audit's SQL are tried on. */

export const CLOCK = 'select clock_timestamp()::text';

type Image = Record<string, unknown> | null;
type Event = Record<string, unknown> & { id: string; before: Image; after: Image };

let database: Awaited<ReturnType<typeof cloneDatabase>>;
export let owner: pg.Client;
export let server: pg.Client;
const clients: pg.Client[] = [];

export async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.url });
  clients.push(client);
  await client.connect();
  return client;
}

beforeAll(async () => {
  database = await cloneDatabase();
  owner = await connect();
  await owner.query(SCRATCH);
  server = await connect();
  await server.query('set role registry_server');
});

afterAll(async () => {
  await Promise.all(clients.map((client) => client.end()));
  await database.drop();
});

export async function enter(
  client: pg.Client,
  name: string,
  rest: { phone?: string; owner?: string } = {},
): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into registry.scratch (id, alliance_id, name, phone, password, owner) values ($1, $2, $3, $4, 'hush', $5)`,
    [id, ALLIANCE, name, rest.phone, rest.owner],
  );
  return id;
}

export const rename = (client: pg.Client, id: string, name: string) =>
  client.query('update registry.scratch set name = $2, version = version + 1 where id = $1', [id, name]);

/** The one value that a query answers. */
export async function one(client: pg.Client, text: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await client.query<unknown[]>({ text, values, rowMode: 'array' });
  return rows[0]?.[0];
}

export async function eventsOf(id: string): Promise<Event[]> {
  return (await server.query<Event>('select * from audit.events where record_id = $1 order by id', [id])).rows;
}

/** Seals until nothing is left: a transaction of another database that is just ending may hold the horizon back. */
export async function sealAll(): Promise<number> {
  for (let attempt = 0; attempt < 400; attempt++) {
    await server.query('select audit.seal()');
    const { rows } = await server.query<{ last: number; all: number }>(
      `select coalesce(max(seq), 0)::int as last, (select count(*) from audit.events)::int as all from audit.sequence`,
    );
    if (rows[0]?.last === rows[0]?.all) return rows[0]?.last ?? 0;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('events stayed without a number');
}

/** The rows of a table as the registry knew them at a sequence, or as they are now. */
export async function rowsOf(table: string, seq?: number): Promise<unknown> {
  await server.query('begin');
  await server.query("select set_config('registry.known_seq', $1, true)", [String(seq ?? '')]);
  await server.query(`set local search_path = ${seq === undefined ? 'registry' : 'known, registry'}`);
  const rows = await one(server, `select jsonb_agg(to_jsonb(t) - 'password' order by t.id) from ${table} t`);
  await server.query('commit');
  return rows;
}

/** The refusal of a statement: its SQLSTATE and the constraint that it names. */
export async function refusal(client: pg.Client, sql: string, values: unknown[] = []): Promise<string> {
  try {
    await client.query(sql, values);
    return 'none';
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error;
    return [error.code, error.constraint].filter(Boolean).join(' ');
  }
}
