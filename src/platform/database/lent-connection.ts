import type pg from 'pg';

/**
 * Lends one of a pool's connections for some work. It is given up when the work fails or the connection is lost meanwhile,
 * which its pool does not hear while it is lent: a loss that nobody hears ends the process.
 */
export async function onLent<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: Error | undefined;
  const onLoss = (error: Error): void => void (failure ??= error);
  client.on('error', onLoss);
  try {
    return await work(client);
  } catch (error) {
    failure ??= error as Error;
    throw error;
  } finally {
    client.release(failure);
    client.removeListener('error', onLoss);
  }
}
