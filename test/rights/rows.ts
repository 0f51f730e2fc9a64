import pg from 'pg';

/** Asks a database, behind the server's back, for rows. */
export type Rows = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** Works with a few connections to a database that are kept: a new one for each question costs more than its answer. */
export async function withRows<Found>(url: string, work: (rows: Rows) => Promise<Found>): Promise<Found> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  try {
    return await work(async <Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) => {
      const { rows } = await pool.query<Row>(sql, values);
      return rows;
    });
  } finally {
    await pool.end();
  }
}
