import pg from 'pg';
import { ownerConnection, WITHOUT_END } from '../database/connection.js';

/** Enough for a small server's processors; each one more takes memory there. */
const LANES = 4;

/** A few connections that see one and the same snapshot, and share out what is to be read. */
export class SnapshotLanes {
  private readonly waiting: ((client: pg.Client) => void)[] = [];

  private constructor(
    private readonly all: readonly pg.Client[],
    private readonly free: pg.Client[],
  ) {}

  /** @param ownerUrl of the login whose rights the readers have */
  static async open(ownerUrl: string): Promise<SnapshotLanes> {
    const options = { ...ownerConnection(ownerUrl), application_name: 'htx-registry audit' };
    const clients = Array.from({ length: LANES }, () => new pg.Client(options));
    const lanes = new SnapshotLanes(clients, [...clients]);
    try {
      await lanes.begin();
    } catch (error) {
      await lanes.close();
      throw error;
    }
    return lanes;
  }

  /** Runs a task on a connection that nobody else uses meanwhile; tasks begin in the order in which they are given. */
  async run<T>(task: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = this.free.pop() ?? (await new Promise<pg.Client>((resolve) => this.waiting.push(resolve)));
    try {
      return await task(client);
    } finally {
      const next = this.waiting.shift();
      if (next) next(client);
      else this.free.push(client);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((client) => client.end()));
  }

  private async begin(): Promise<void> {
    let snapshot: string | undefined;
    for (const client of this.all) {
      client.on('error', () => undefined); // the query that runs is told of it
      await client.connect();
      await client.query(WITHOUT_END);
      await client.query('begin isolation level repeatable read read only');
      if (snapshot === undefined) {
        const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id');
        snapshot = rows[0]?.id ?? '';
      } else await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
      await settle(client);
    }
  }
}

/** For the rest of a transaction: long reads, and instants written as the server writes them. */
export async function settle(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local jit = off; set local max_parallel_workers_per_gather = 0; set local timezone = 'UTC'; set local work_mem = '64MB'`,
  );
}
