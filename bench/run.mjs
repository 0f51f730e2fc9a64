// npm run bench [-- --city 600 --national 100000 --seconds 4]: this server, with sign-in and policy, against the floor, at
// both scales. Interleaved in one run, medians of three rounds; ratios as a table and in bench/results.json.
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedServer } from '../dist/platform/database/embedded/embedded-server.js';
import { audited, auditCost } from './audit-cost.mjs';
import { sideBySide } from './measure.mjs';
import { oneDecisionAgainstFifty } from './one-decision.mjs';
import { startRegistry } from './registry.mjs';
import { costOfSignIn } from './sign-in.mjs';

const { values: wanted } = parseArgs({
  options: {
    city: { type: 'string', default: '600' },
    national: { type: 'string', default: '100000' },
    seconds: { type: 'string', default: '4' },
    only: { type: 'string', default: '' },
  },
});
const seconds = Number(wanted.seconds);
const say = (line) => console.log(line);

const database = await startEmbeddedServer({ folder: '.data/bench', say });
const scales = {};
process.once('uncaughtException', (error) => {
  console.error(error);
  void end(1);
});
for (const name of ['city', 'national']) {
  scales[name] = await startRegistry({ serverUrl: database.url, name, organizations: Number(wanted[name]), say });
}
const results = [];
const tell = (scale, label, value, target, unit = 'of the floor') => {
  const bound = target === undefined ? '' : ` (to reach: ${target})`;
  say(`${scale.padEnd(9)} ${label.padEnd(46)} ${value.toFixed(2)} ${unit}${bound}`);
  results.push({ scale, label, value, unit, ...(target !== undefined && { target }) });
};

for (const [scale, { address, floorAddress, headers, cases, coldStartMs, idleMegabytes }] of Object.entries(scales)) {
  tell(scale, 'cold start', coldStartMs / 1000, 1.5, 's');
  tell(scale, 'idle memory', idleMegabytes, 150, 'MB');
  for (const { label, path, request, target, connections } of cases) {
    if (!label.includes(wanted.only)) continue;
    await atRest();
    const [ours, floor] = await sideBySide(
      [
        { url: address + path, headers, request, connections },
        { url: floorAddress + path, request, connections },
      ],
      seconds,
    );
    tell(scale, label, ours / floor, target, `of the floor's ${Math.round(floor)}/s`);
  }
}

const WALL = 'row-level security: one record as a member';
if (WALL.includes(wanted.only)) {
  for (const [scale, { address, headers, memberHeaders, organizationId }] of Object.entries(scales)) {
    const url = `${address}/api/v1/organizations/${organizationId}`;
    const [member, secretariat] = await sideBySide(
      [
        { url, headers: memberHeaders },
        { url, headers },
      ],
      seconds,
    );
    tell(scale, WALL, member / secretariat, undefined, `of the secretariat's ${Math.round(secretariat)}/s`);
  }
}

const list = (scale, cursor = '') => ({
  url: `${scales[scale].address}/api/v1/organizations?limit=50${cursor}`,
  headers: scales[scale].headers,
});
if ('page'.includes(wanted.only)) {
  const [deep, first] = await sideBySide([list('national', await cursorOfPage(1_000)), list('national')], seconds);
  tell('national', 'page 1,000', deep / first, 0.9, "of page 1's requests/s");
  const alone = (contender) => ({ ...contender, connections: 1 });
  const [national, city] = await sideBySide([alone(list('national')), alone(list('city'))], seconds);
  tell('national', 'latency of a page', city / national, 1.2, "of the city's");
}

if ('sign-in'.includes(wanted.only)) {
  const { url, headers, cases } = scales.city;
  const cost = await costOfSignIn({ url, headers, path: cases[0].path }, seconds);
  tell('city', 'recognising who is signed in', cost, 25, 'µs of CPU a request');
}

if ('one decision with 50 recipients'.includes(wanted.only)) {
  const { one, fifty } = await oneDecisionAgainstFifty(scales.national, scales.national.organizationId);
  tell(
    'national',
    'one decision with 50 recipients',
    fifty / one,
    undefined,
    `times as fast as 50 with one (${Math.round(one)} ms)`,
  );
}

for (const write of audited) {
  const label = `writes with audit: ${write.what}`;
  if (!label.includes(wanted.only)) continue;
  const { withAudit, without } = await auditCost(scales.city, write, seconds);
  tell('city', label, withAudit / without, 0.85, `of the ${Math.round(without)}/s without`);
}

/** Until PostgreSQL has answered what a contender asked and no longer waits for: that would be the next one's burden. */
async function atRest() {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const busy = `select from pg_stat_activity 
    where state = 'active' and backend_type = 'client backend' and pid <> pg_backend_pid()`;
  while ((await client.query(busy)).rowCount > 0) await pause(250);
  await client.end();
}

async function cursorOfPage(number) {
  const { address, headers } = scales.national;
  let cursor = '';
  for (let passed = 0; passed < (number - 1) * 50; passed += 200) {
    const page = await fetch(`${address}/api/v1/organizations?limit=200${cursor}`, { headers });
    const { next } = await page.json();
    if (next === null) break;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
  return cursor;
}

writeFileSync('bench/results.json', JSON.stringify({ node: process.version, results }, null, 2));
await end(0);

async function end(code) {
  for (const { stop } of Object.values(scales)) await stop();
  await database.stop();
  process.exit(code);
}
