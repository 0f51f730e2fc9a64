import pg from 'pg';
import { ownerConnection, WITHOUT_END } from './connection.js';

/** Works on one connection, which ends with the work, whatever becomes of it. */
export async function onConnection<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  options: pg.ClientConfig = {},
): Promise<T> {
  const client = new pg.Client({ ...ownerConnection(url), ...options });
  client.on('error', () => undefined); // a loss is told by the query that meets it; unheard it would end the process
  await client.connect();
  try {
    await client.query(WITHOUT_END);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same, on one of the database's owner. */
export const asOwner = <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>, options?: pg.ClientConfig) =>
  onConnection(ownerUrl, work, options);
