// sqlmap over the parameters of the running server's GET operations: `npm run sqlmap`, `npm run sqlmap -- --all`.
// Without --all one operation stands for each name of a parameter, as a name is read by the same code everywhere.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parametersOf, addressFor } from './sqlmap-targets.mjs';

const AT_ONCE = 3;
const PASSWORD = 'mây trắng trên sông Cấm 31';
const OPTIONS = '--batch --level=3 --risk=1 --technique=BEUSTQ --dbms=PostgreSQL --time-sec=1 --flush-session'.split(
  ' ',
);
const all = process.argv.includes('--all');
const deadline = Date.now() + Number(process.env.SQLMAP_MINUTES ?? '600') * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'htx-sqlmap-'));
const server = spawn(process.execPath, ['dist/program/main.js', '--demo'], {
  env: {
    ...process.env,
    DATA_FOLDER: folder,
    DEMO_PASSWORD: PASSWORD,
    PORT: '0',
    LOG_LEVEL: 'info',
    RATE_LIMIT: '1000000000',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const statuses = {};
const address = await new Promise((resolve) => {
  createInterface({ input: server.stdout }).on('line', (line) => {
    const said = /Swagger:\s+(\S+)\/docs/.exec(line);
    if (said) resolve(said[1]);
    const status = /"status":(\d+)/.exec(line)?.[1];
    if (status) statuses[status] = (statuses[status] ?? 0) + 1;
  });
});

/** Headers of those who ask: keys, since a session's token ends after ten minutes; accounts are open to no key. */
const callers = [];
try {
  const administrator = await signIn('admin@demo.htx');
  callers.push(
    await makeKey(await signIn('secretariat@demo.htx'), 'secretariat'),
    await makeKey(administrator, 'auditor'),
  );
  callers.push(administrator);
  const { targets, leftOut } = await findTargets();
  for (const counted of Object.keys(statuses)) delete statuses[counted];
  const outcomes = await attack(targets);
  const requests = Object.values(statuses).reduce((sum, count) => sum + count, 0);
  const of = (kind) => outcomes.filter(({ outcome }) => outcome === kind);
  for (const { name, path, outcome, said } of outcomes) {
    if (outcome !== 'clean' && outcome !== 'not run') console.log(outcome, name, path, said.slice(-1500));
  }
  console.log(`${targets.length} parameters, ${leftOut.length} left out for want of an answer: ${leftOut.join(', ')}`);
  console.log(`${requests} requests, answered ${JSON.stringify(statuses)}`);
  console.log(`clean ${of('clean').length}, injectable ${of('injectable').length}, unclear ${of('unclear').length}`);
  console.log(`not run for want of time ${of('not run').length}`);
  const failed = Object.keys(statuses).some((status) => status >= '500');
  process.exitCode = failed || of('injectable').length + of('unclear').length > 0 ? 1 : 0;
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(folder, { recursive: true, force: true });
}

async function signIn(email) {
  const answer = await send('/api/v1/auth/sessions', {}, { email, password: PASSWORD });
  return { authorization: `Bearer ${answer.accessToken}` };
}

async function makeKey(headers, role) {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const { key } = await send('/api/v1/api-keys', headers, { name: `sqlmap ${role}`, role, expiresAt });
  return { 'x-api-key': key };
}

async function send(path, headers, body) {
  const answer = await fetch(address + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

/** The parameters to try, each in an address that is answered: what is refused before it is read proves nothing. */
async function findTargets() {
  const document = await (await fetch(`${address}/docs/openapi.json`)).json();
  const targets = [];
  const seen = new Set();
  const missed = new Map();
  for (const parameter of parametersOf(document)) {
    const kind = `${parameter.in} ${parameter.name}`;
    if (!all && seen.has(kind)) continue;
    const found = await answered(parameter);
    if (found) {
      targets.push(found);
      seen.add(kind);
    } else missed.set(all ? `${kind} of ${parameter.path}` : kind, kind);
  }
  const leftOut = [...missed].filter(([, kind]) => all || !seen.has(kind)).map(([what]) => what);
  return { targets, leftOut };
}

async function answered(parameter) {
  for (const headers of callers) {
    const read = async (path) => {
      const answer = await fetch(address + path, { headers });
      return answer.ok ? await answer.json().catch(() => ({})) : null;
    };
    const path = await accepted(await addressFor(parameter, read), parameter, headers);
    if (path && (await read(path.replace('*', '')))) return { name: parameter.name, in: parameter.in, path, headers };
  }
  return null;
}

/** The same address, with a code that there is, where the server says which it takes. */
async function accepted(path, { name }, headers) {
  const refused = path && (await fetch(address + path.replace('*', ''), { headers }));
  if (refused?.status !== 400) return path;
  const { errors = [] } = await refused.json();
  const allowed = errors.find(({ pointer, code }) => pointer === `/${name}` && code === 'not-in-list')?.params.allowed;
  if (!allowed) return path;
  const [bare, query] = path.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set(name, allowed.split(', ')[0]);
  return `${bare}?${parameters}`;
}

/** A few at a time; what is left at the end of the time is not run. */
async function attack(targets) {
  const waiting = targets.entries();
  const outcomes = [];
  const worker = async () => {
    for (const [number, target] of waiting) {
      outcomes.push({
        ...target,
        ...(Date.now() > deadline ? { outcome: 'not run', said: '' } : await sqlmap(target, number)),
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return outcomes;
}

function sqlmap({ name, path, headers, in: place }, number) {
  const chosen = place === 'query' ? ['-p', name] : [];
  const [[header, value]] = Object.entries(headers);
  const more = [`--headers=${header}: ${value}`, `--output-dir=${join(folder, `sqlmap-${number}`)}`];
  return new Promise((resolve) => {
    execFile('sqlmap', [...OPTIONS, ...more, ...chosen, '-u', address + path], (_, said) => {
      const outcome = /^Parameter: .*\n\s+Type: /m.test(said)
        ? 'injectable'
        : /all tested parameters do not appear to be injectable/.test(said)
          ? 'clean'
          : 'unclear';
      resolve({ outcome, said });
    });
  });
}
