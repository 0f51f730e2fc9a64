// npm run build && node bench/sealing-lag.mjs [--rate 110] [--seconds 60]: how long an event waits for its number, and for a
// signed checkpoint over it, while a server is written to at a steady rate over eight connections.
import autocannon from 'autocannon';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedServer } from '../dist/platform/database/embedded/embedded-server.js';
import { entry } from './cases.mjs';
import { startRegistry } from './registry.mjs';

const { values: wanted } = parseArgs({
  options: { rate: { type: 'string', default: '110' }, seconds: { type: 'string', default: '60' } },
});
const CONNECTIONS = 8;
const WARMING_SECONDS = 5;
const SETTLING_MS = 2_000;
const say = (line) => console.log(line);

const LAG = `select count(*)::int as events, count(lag)::int as signed, max(batches)::int as batches,
  percentile_cont(array[0.5, 0.99, 1]) within group (order by numbered) as numbered,
  percentile_cont(array[0.5, 0.99, 1]) within group (order by lag) as lag
from (
  select 1000 * extract(epoch from s.sealed_at - e.at) as numbered, 1000 * extract(epoch from c.made_at - e.at) as lag,
    dense_rank() over (order by s.sealed_at) as batches
  from audit.events e
  left join audit.sequence s on s.event_id = e.id
  left join lateral (select made_at from audit.checkpoints where size >= s.seq order by size limit 1) c on true
  where e.id > $1 and e.action = 'insert'
) lags`;

const database = await startEmbeddedServer({ folder: '.data/bench', say });
const registry = await startRegistry({ serverUrl: database.url, name: 'lag', organizations: 600, say });
const owner = new pg.Client({ connectionString: registry.url });
await owner.connect();
const write = (duration) =>
  autocannon({
    url: `${registry.address}/api/v1/organizations`,
    method: 'POST',
    headers: { ...registry.headers, 'content-type': 'application/json' },
    body: JSON.stringify(entry),
    connections: CONNECTIONS,
    overallRate: Number(wanted.rate),
    duration,
  });
await write(WARMING_SECONDS);
await pause(SETTLING_MS);
const { rows: before } = await owner.query('select coalesce(max(id), 0) as id from audit.events');
const { requests, non2xx, errors, latency } = await write(Number(wanted.seconds));
await pause(SETTLING_MS);
const { rows } = await owner.query(LAG, [before[0].id]);
const [{ events, signed, batches, numbered, lag }] = rows;
const inWords = ([half, most, all]) =>
  `p50 ${Math.round(half)} ms, p99 ${Math.round(most)} ms, most ${Math.round(all)} ms`;
say(`${requests.average} writes/s (${non2xx + errors} refused or lost), answered in p99 ${latency.p99} ms`);
say(`${events} events, ${signed} of them signed for, in ${batches} batches`);
say(`until numbered: ${inWords(numbered)}`);
say(`until signed for: ${inWords(lag)} (to reach: p99 1000 ms)`);
await owner.end();
await registry.stop();
await database.stop();
process.exit(0);
