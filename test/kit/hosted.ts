import { keepOnce } from '../setup/run.js';
import { requireNoComplaint, settingsOf, type RunningServer } from './server.js';

type Environment = Readonly<Record<string, string>>;

/** The real server, in a process that it shares with those of the worker's other test files. */
export type HostedServer = Pick<RunningServer, 'url' | 'output' | 'stop'>;

interface ServerHost {
  ask(question: { action: 'start'; databaseUrl: string; environment: Environment }): Promise<string>;
  ask(question: { action: 'stop'; url: string }): Promise<void>;
  ask(question: { action: 'answer'; code: string; environment: Environment }): Promise<unknown>;
  listen(hear: (said: string, stream: 'stdout' | 'stderr') => void): void;
}

declare global {
  /** Made by test/setup/environment.mjs. */
  var serverHost: ServerHost;
}

/** Starts the built server on a database, with these settings; resolves when it answers. */
export async function hostServer(databaseUrl: string, settings: Environment = {}): Promise<HostedServer> {
  let output = '';
  let complaints = '';
  serverHost.listen((said, stream) => {
    output += said;
    if (stream === 'stderr') complaints += said;
  });
  const { AUDIT_KEY_FILE = '' } = process.env;
  const environment = { AUDIT_KEY_FILE, ...settingsOf(databaseUrl, settings) };
  const url = await serverHost.ask({ action: 'start', databaseUrl, environment });
  await keepOnce('openapi.json', async () => (await fetch(`${url}/docs/openapi.json`)).text());
  await keepOnce('problems.json', () => askHost<string>(PROBLEMS));
  return { url, output: () => output, stop };

  async function stop(): Promise<void> {
    await serverHost.ask({ action: 'stop', url });
    requireNoComplaint(complaints);
  }
}

const PROBLEMS = `
  const { allProblems } = await built('platform/problems/problem.ts');
  return JSON.stringify(allProblems().map(({ code, retired, constraints }) => ({ code, retired, constraints })));`;

/**
 * Asks the built program: runs lines in the host, where `await built('platform/time/day.ts')` is a module of it and
 * `environment` what is given here, and answers what they return. The program there is also that of later test files.
 */
export const askHost = <Answer>(code: string, environment: Environment = {}): Promise<Answer> =>
  serverHost.ask({ action: 'answer', code, environment }) as Promise<Answer>;
