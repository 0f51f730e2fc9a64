import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** This module stays in its worker while test files come and go, and so does the host of their servers. */
let host;
let asked = 0;
const hearers = new Set();
const waiting = new Map();

/** What a test file has beside Node: `serverHost`, declared in test/kit/hosted.ts. */
export default class Environment extends NodeEnvironment {
  async setup() {
    await super.setup();
    hearers.clear();
    this.global.serverHost = { ask, listen: (hear) => void hearers.add(hear) };
  }
}

function ask(question) {
  host ??= startHost();
  const id = (asked += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    host.send({ id, ...question });
  });
}

const said = (stream) => (text) => hearers.forEach((hear) => hear(text, stream));

function startHost() {
  const path = fileURLToPath(new URL('server-host.mjs', import.meta.url));
  const child = fork(path, { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.stdout.setEncoding('utf8').on('data', said('stdout'));
  child.stderr.setEncoding('utf8').on('data', said('stderr'));
  child.on('message', ({ id, done, failed }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) resolve(done);
    else reject(new Error(failed));
  });
  child.on('exit', (code) => {
    host = undefined;
    for (const { reject } of waiting.values()) reject(new Error(`The host of the servers ended with ${code}.`));
    waiting.clear();
  });
  for (const handle of [child, child.channel, child.stdout, child.stderr]) handle.unref(); // it holds nobody who is done
  return child;
}
