// Writes a second with the audit's trigger against the same without it, in a scratch database, as its superuser.
import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { migrateRegistry } from '../dist/commands/migrate-registry.js';
import { median } from './measure.mjs';

const CONNECTIONS = 8;
const ROUNDS = 5;
const CREATE = `insert into registry.organizations
  (id, alliance_id, code, kind, founded_on, founded_precision, organizing_law)
  select gen_random_uuid(), id, $1, 'cooperative', '2010-04-01', 'day', 'cooperatives_2012'
  from registry.alliances where code = 'HP'`;

/** @returns {Promise<{ withAudit: number, without: number }>} transactions a second, medians of rounds in turns */
export async function auditCost(serverUrl, seconds) {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query('drop database if exists bench_audit with (force)');
  await admin.query('create database bench_audit');
  const url = serverUrl.replace(/\/postgres$/, '/bench_audit');
  await migrateRegistry(url, () => undefined);
  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS });
  pool.on('error', () => undefined); // a connection may still be closing when its database is dropped
  const rates = { enable: [], disable: [] };
  let code = 0;
  const writeUntil = async (end) => {
    for (; performance.now() < end; written += 1) {
      await pool.query({ name: 'create', text: CREATE, values: [`HTX-A${(code += 1)}`] });
    }
  };
  let written = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const mode of ['enable', 'disable']) {
      await pool.query(
        `alter table registry.organizations ${mode === 'enable' ? 'enable always' : 'disable'} trigger audit_record`,
      );
      written = 0;
      const end = performance.now() + seconds * 1000;
      await Promise.all(Array.from({ length: CONNECTIONS }, () => writeUntil(end)));
      if (round > 0) rates[mode].push(written / seconds);
    }
  }
  await pool.end();
  await admin.query('drop database bench_audit with (force)');
  await admin.end();
  return { withAudit: median(rates.enable), without: median(rates.disable) };
}
