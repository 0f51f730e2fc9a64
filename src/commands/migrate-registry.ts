import { join } from 'node:path';
import { programFolder } from '../platform/config/program-folder.js';
import { migrate } from '../platform/database/migrate.js';
import { loadPlaces } from '../registry/places/load-places.js';

const PLACES = join(programFolder, 'data/places');

/** Brings a database up to date, with the reference data of the registers. @returns the migrations that ran */
export const migrateRegistry = (ownerUrl: string, say: (line: string) => void): Promise<string[]> =>
  migrate(ownerUrl, { say, loaders: { '0003-places': (client) => loadPlaces(client, PLACES) } });
