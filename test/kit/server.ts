import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { builtFile, root } from '../setup/built.js';
import { keepOnce, loginsTo } from '../setup/run.js';

/** The real server, as a process of its own. */
export interface RunningServer {
  /** `http://127.0.0.1:port` */
  url: string;
  /** What it wrote so far, both streams. */
  output(): string;
  /** Bytes of memory that it holds (Linux); elsewhere 0. */
  memory(): Promise<number>;
  /**
   * Asks it to end (SIGTERM) and waits.
   * @throws Error when it does not end with exit code 0, or complained about something unforeseen
   */
  stop(): Promise<void>;
}

const STARTS_WITHIN_MS = 60_000;
/** What no server that is well ever says. */
const COMPLAINT = /unhandled|uncaught|\bat .+:\d+:\d+\)?$|deprecat|MaxListeners|"level":(50|60)/im;

/** Starts the built server, or another build of it, on a database; resolves when it answers. */
export async function startServer(
  databaseUrl: string,
  env: Record<string, string> = {},
  words: string[] = [],
  program = builtFile('program/main.ts'),
): Promise<RunningServer> {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: { ...process.env, ...settingsOf(databaseUrl, env) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    complaints += text;
  });
  const url = await addressOf(child, () => output);
  await keepOnce('openapi.json', async () => (await fetch(`${url}/docs/openapi.json`)).text());
  return { url, output: () => output, memory, stop };

  async function memory(): Promise<number> {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1_024;
  }

  async function stop(): Promise<void> {
    child.kill('SIGTERM');
    const [code, signal] = await end;
    if (code !== 0) throw new Error(`The server ended with ${code ?? signal}:\n${output}`);
    requireNoComplaint(complaints);
  }
}

/** @throws Error when a server said on its standard error what none that is well ever says */
export function requireNoComplaint(said: string): void {
  if (COMPLAINT.test(said)) throw new Error(`The server complained:\n${said}`);
}

/** The settings of every server here, and those that one has for itself. */
export const settingsOf = (databaseUrl: string, settings: Readonly<Record<string, string>>) => ({
  DATABASE_URL: databaseUrl,
  ...loginsTo(databaseUrl),
  PORT: '0',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'warn',
  RATE_LIMIT: '1000000',
  ...settings,
});

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? [];
      if (!address) return;
      clearTimeout(tooLate);
      child.stdout?.off('data', look);
      resolve(address);
    };
    const fail = (why: string) => () => {
      clearTimeout(tooLate);
      child.kill('SIGKILL');
      reject(new Error(`The server ${why}:\n${output()}`));
    };
    const tooLate = setTimeout(fail('did not start in time'), STARTS_WITHIN_MS);
    child.stdout?.on('data', look);
    child.once('exit', fail('ended at its start'));
  });
}
