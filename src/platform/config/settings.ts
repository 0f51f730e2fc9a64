import { StartRefusal } from '../database/embedded/start-refusal.js';
import { addressList, anyOf, databaseUrl, host, originList, text, wholeNumber, type Parse } from './values.js';

interface Variable<Value> {
  variable: string;
  /** What is used when the variable is not set; null stands for "nothing". */
  default: string | null;
  means: string;
  allowed: string;
  parse: (value: string) => Value;
}

/** Declares one variable of the environment. Without a default its setting may be null. */
function variable<Value>(
  name: string,
  fallback: string,
  means: string,
  { allowed, parse }: Parse<Value>,
): Variable<Value> {
  return { variable: name, default: fallback, means, allowed, parse };
}

function optional<Value>(name: string, means: string, { allowed, parse }: Parse<Value>): Variable<Value | null> {
  return { variable: name, default: null, means, allowed, parse };
}

const variables = {
  port: variable('PORT', '3000', 'Port that the server listens on; 0 takes any free one.', wholeNumber(0, 65_535)),
  host: variable('HOST', '127.0.0.1', 'Address that it listens on; `0.0.0.0` or `::` for all.', host),
  databaseUrl: optional(
    'DATABASE_URL',
    'PostgreSQL 15 or newer to use; without it the program runs its own.',
    databaseUrl,
  ),
  dataFolder: variable(
    'DATA_FOLDER',
    '.data',
    "Where the program's own database and the demo password are kept.",
    text,
  ),
  databasePool: variable('DATABASE_POOL', '10', 'Most connections that one server process opens.', wholeNumber(1, 200)),
  trustedProxies: variable(
    'TRUSTED_PROXIES',
    '',
    'Reverse proxies whose `X-Forwarded-For` is believed, with commas between; empty believes none.',
    addressList,
  ),
  corsOrigins: variable(
    'CORS_ORIGINS',
    '',
    'Origins whose pages may read answers in a browser, with commas between; empty admits none.',
    originList,
  ),
  rateLimit: variable(
    'RATE_LIMIT',
    '3000',
    'Most requests of one address in a minute, counted by each server process.',
    wholeNumber(1, 1_000_000_000),
  ),
  logLevel: variable(
    'LOG_LEVEL',
    'warn',
    'How much is logged; `info` has a line for each request.',
    anyOf('silent', 'error', 'warn', 'info', 'debug'),
  ),
  demoPassword: optional('DEMO_PASSWORD', 'Password of the demo accounts; without it one is made and kept.', {
    allowed: '15 to 128 characters',
    parse: (value) => {
      if (value.length < 15 || value.length > 128) throw new Error();
      return value.normalize('NFC');
    },
  }),
};

/** Everything that the environment decides. */
export type Settings = { readonly [Name in keyof typeof variables]: ReturnType<(typeof variables)[Name]['parse']> };

/**
 * Reads and checks the environment; a variable that is empty counts as not set.
 * @throws StartRefusal naming the first variable with a value that is not allowed, and what is
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const settings = Object.entries<Variable<unknown>>(variables).map(([name, declared]) => [
    name,
    valueOf(declared, environment[declared.variable]),
  ]);
  return Object.fromEntries(settings) as Settings;
}

function valueOf(declared: Variable<unknown>, given: string | undefined): unknown {
  const value = given?.trim() || declared.default;
  if (value === null) return null;
  try {
    return declared.parse(value);
  } catch {
    // A URL or a password is not repeated where it would be read by others.
    const secret = declared.default === null;
    const problem = secret ? 'has a value that is not allowed' : `is ${JSON.stringify(value)}, which is not allowed`;
    throw new StartRefusal(`The environment variable ${declared.variable} ${problem}: give ${declared.allowed}.`);
  }
}

/** The variables as a table for docs/operations.md. */
export function settingsTable(): string {
  const rows = Object.values<Variable<unknown>>(variables).map(
    ({ variable, default: fallback, means, allowed }) =>
      `| \`${variable}\` | ${fallback ? `\`${fallback}\`` : '–'} | ${means} | ${allowed} |`,
  );
  return ['| variable | default | meaning | allowed |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
