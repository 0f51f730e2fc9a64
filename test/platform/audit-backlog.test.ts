import { expect, test } from '@jest/globals';
import type pg from 'pg';
import { ALLIANCE, connect, one, owner, sealAll } from '../kit/audited-scratch.js';

const BACKLOG = 300;

/** One transaction of so many events. */
const write = (events: number) =>
  owner.query(`insert into registry.scratch (id, alliance_id, name, password)
    select gen_random_uuid(), '${ALLIANCE}', 'nhiều ' || n, 'hush' from generate_series(1, ${events}) n`);

/** Until nothing holds the sealer back from what is written: a transaction of another database may, while it ends. */
async function allFinal(): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    if (await one(owner, 'select audit.horizon() > max(xid) from audit.events')) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('a transaction stays under way');
}

test('a backlog is numbered in batches that end with a transaction, and what one transaction wrote is known at one instant', async () => {
  const before = await sealAll();
  for (const events of [4, 4, 4, 25, 1]) await write(events);
  const seals = async () => Number(await one(owner, 'select audit.seal(10)'));
  const batches: number[] = [];
  for (const expected of [12, 25, 1, 0, 0]) {
    if (expected > 0) await allFinal();
    let numbered = await seals();
    // None is no batch: a transaction of another database that ends at this moment holds the sealer back once more.
    for (let tries = 0; numbered === 0 && expected > 0 && tries < 400; tries += 1) numbered = await seals();
    batches.push(numbered);
  }
  expect(batches).toEqual([12, 25, 1, 0, 0]);
  const inOrder = `select array_agg(event_id order by seq) = array_agg(event_id order by xid, id)
    from audit.sequence join audit.events on id = event_id where seq > $1`;
  expect(await one(owner, inOrder, [before])).toBe(true);
  const torn = `select count(*)::int from (select from audit.sequence join audit.events on id = event_id
    group by xid having count(distinct sealed_at) > 1) torn`;
  expect(await one(owner, torn)).toBe(0);
});

test('the work of numbering grows with the backlog alone, whatever was planned while the log was small', async () => {
  const sealer = await connect();
  await sealer.query('set plan_cache_mode = force_generic_plan');
  for (let turn = 0; turn < 3; turn += 1) {
    await write(1);
    await sealer.query('select audit.seal()');
  }
  await write(1500);
  await sealAll();
  await write(BACKLOG);
  await allFinal();
  expect(await rowsWalked(sealer, 'select audit.seal()')).toBeLessThan(20 * BACKLOG);
  expect(await rowsWalked(sealer, 'select audit.seal()')).toBeLessThan(BACKLOG); // a few for each connection at work
  const instant = `select audit.sequence_at((select max(sealed_at) from audit.sequence where seq < 10))`;
  expect(await rowsWalked(sealer, instant)).toBeLessThan(20);
});

interface Plan {
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
  [removed: `Rows Removed by ${string}`]: number;
}

/** How many rows a statement, and those within it, went through: read, joined or passed over. */
async function rowsWalked(client: pg.Client, statement: string): Promise<number> {
  const plans: Plan[] = [];
  const hear = ({ message = '' }: { message?: string | undefined }) => {
    const [, json] = message.split('plan:\n');
    if (json) plans.push((JSON.parse(json) as { Plan: Plan }).Plan);
  };
  client.on('notice', hear);
  await client.query(`load 'auto_explain'; set client_min_messages = log; set auto_explain.log_min_duration = 0;
    set auto_explain.log_analyze = on; set auto_explain.log_nested_statements = on; set auto_explain.log_format = json`);
  await client.query(statement);
  await client.query('reset client_min_messages; set auto_explain.log_min_duration = -1');
  client.removeListener('notice', hear);
  return plans.reduce((sum, plan) => sum + walked(plan), 0);
}

const walked = (plan: Plan): number =>
  Object.entries(plan)
    .filter(([name]) => name === 'Actual Rows' || name.startsWith('Rows Removed'))
    .reduce((sum, [, rows]) => sum + Number(rows) * plan['Actual Loops'], 0) +
  (plan.Plans ?? []).reduce((sum, part) => sum + walked(part), 0);
