import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { startProvider } from '../kit/provider.js';
import { settingsFor } from '../kit/registered.js';
import { startServer, type RunningServer } from '../kit/server.js';
import { root } from '../setup/built.js';
import { cloneDatabase } from '../setup/database.js';
import { withRows, type Rows } from './rows.js';

/** A running server, its database, the provider by way of which one may sign in, and the folder of its program. */
export interface Subject {
  server: RunningServer;
  databaseUrl: string;
  rows: Rows;
  issuer: string;
  dist: string;
}

/** Another program than the built one, and what is done to its database before it starts. */
interface Otherwise {
  dist: string;
  prepare: (databaseUrl: string) => Promise<void>;
}

/** Works with a server of which everything is on that a setting can switch on: what is off refuses everybody. */
export async function withSubject<Found>(
  work: (subject: Subject) => Promise<Found>,
  otherwise?: Otherwise,
): Promise<Found> {
  const database = await cloneDatabase();
  const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined); // the provider is one for tests only
  const provider = await startProvider();
  try {
    await otherwise?.prepare(database.url);
    const on = { SECOND_FACTOR_KEY: randomBytes(32).toString('base64'), ...settingsFor(provider) };
    const server = await startServer(database.url, on, [], otherwise && join(otherwise.dist, 'main.js'));
    const dist = otherwise?.dist ?? join(root, 'dist');
    const known = { server, databaseUrl: database.url, issuer: provider.issuer, dist };
    try {
      return await withRows(database.url, (rows) => work({ ...known, rows }));
    } finally {
      if (otherwise)
        await server.stop().catch(() => undefined); // a broken one may complain
      else await server.stop();
    }
  } finally {
    warned.mockRestore();
    await provider.stop();
    await database.drop();
  }
}
