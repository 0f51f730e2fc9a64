import pg from 'pg';

/** What the server tells the row policies about a visitor. */
export interface VisitorSettings {
  readonly actor_id?: string;
  readonly own_alliances?: readonly string[];
  readonly own_organization?: string;
  readonly alliances_in_line?: readonly string[];
}
type Ask = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** Asks the database as the server's visitors do; `knownSeq` asks for what was known then. What is asked is undone. */
export async function asVisitor<T>(
  url: string,
  { settings = {}, knownSeq }: { settings?: VisitorSettings; knownSeq?: number },
  body: (ask: Ask) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local role registry_visitor');
    await client.query(
      `set local search_path = ${knownSeq === undefined ? '' : 'known_to_visitors, '}registry, public`,
    );
    if (knownSeq !== undefined)
      await client.query(`select set_config('registry.known_seq', $1, true)`, [String(knownSeq)]);
    for (const [name, value] of Object.entries(settings)) {
      const text = Array.isArray(value) ? `{${value.join()}}` : value;
      await client.query(`select set_config($1, $2, true)`, [`registry.${name}`, text]);
    }
    return await body(async (sql, values) => (await client.query(sql, values)).rows);
  } finally {
    await client.end();
  }
}
