import pg from 'pg';

/** Works on one connection of the database's owner, which ends with the work, whatever becomes of it. */
export async function asOwner<T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
  options: pg.ClientConfig = {},
): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl, ...options });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
