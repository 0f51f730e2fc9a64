import pg from 'pg';

/** What the first start asks the operator to do. */
export const FIRST_ADMINISTRATOR =
  'Nobody can sign in yet. Make the first administrator: npm run htx -- accounts add --email you@example.vn --role administrator';

export async function lacksAdministrator(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select from registry.accounts where role = 'administrator' limit 1`);
    return rows.length === 0;
  } finally {
    await client.end();
  }
}
