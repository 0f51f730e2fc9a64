// What the audit takes from writes: the server's own create with the audit's triggers on, and with them off (as the
// database's superuser can), in turns. Switching them makes every connection plan its writes anew, so each turn begins
// with a second that is not counted.
import pg from 'pg';
import { entry } from './cases.mjs';
import { measure, median } from './measure.mjs';

const ROUNDS = 9;
const WARMING_ROUNDS = 2;
const SETTLING_SECONDS = 1;

/** What is written, and into which tables: each row that is entered leaves one event. */
export const audited = [
  {
    what: 'an organisation, three rows',
    path: '/api/v1/organizations',
    entry,
    tables: ['organizations', 'organization_names', 'organization_statuses'],
  },
  {
    what: 'a person, one row, hashed',
    path: '/api/v1/people',
    entry: { fullName: 'Phạm Thị Hồng Vân', sex: 'female' },
    tables: ['people'],
  },
];

/** @returns {Promise<{ withAudit: number, without: number }>} creates a second, medians of rounds in turns */
export async function auditCost({ url, address, headers }, { path, entry, tables }, seconds) {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const turn = async (how) => {
    for (const table of tables) await owner.query(`alter table registry.${table} ${how} trigger audit_record`);
  };
  const create = { url: address + path, headers };
  const request = { method: 'POST', body: JSON.stringify(entry) };
  const rates = { 'enable always': [], disable: [] };
  for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round += 1) {
    for (const how of Object.keys(rates)) {
      await turn(how);
      await measure({ ...create, request }, SETTLING_SECONDS);
      const rate = await measure({ ...create, request }, seconds);
      if (round >= WARMING_ROUNDS) rates[how].push(rate);
    }
  }
  await turn('enable always');
  await owner.end();
  return { withAudit: median(rates['enable always']), without: median(rates.disable) };
}
