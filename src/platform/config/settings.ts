import { roles } from '../rights/roles.js';
import { StartRefusal } from '../problems/start-refusal.js';
import { type Environment, withSecretsOfFiles } from './secret-files.js';
import { addressList, issuer, originList, sender, siteAddress, smtpUrl } from './addresses.js';
import { anyListOf, anyOf, databaseUrl, host, key, text, wholeNumber, type Parse } from './values.js';

interface Variable<Value> extends Parse<Value> {
  variable: string;
  /** What is used when the variable is not set; null stands for "nothing". */
  default: string | null;
  means: string;
  /** Whether `…_FILE` may name a file with its value instead. */
  secret?: true;
}

/** Declares one variable of the environment. */
const variable = <Value>(name: string, fallback: string, means: string, read: Parse<Value>): Variable<Value> => ({
  variable: name,
  default: fallback,
  means,
  ...read,
});

/** One without a default: its setting may be null. */
const optional = <Value>(name: string, means: string, read: Parse<Value>): Variable<Value | null> => ({
  variable: name,
  default: null,
  means,
  ...read,
});

/** One that may stand in a file of its own. */
const secret = <Value>(name: string, means: string, read: Parse<Value>): Variable<Value | null> => ({
  ...optional(name, means, read),
  secret: true,
});

const variables = {
  port: variable('PORT', '3000', 'Port that the server listens on; 0 takes any free one.', wholeNumber(0, 65_535)),
  host: variable('HOST', '127.0.0.1', 'Address that it listens on; `0.0.0.0` or `::` for all.', host),
  databaseUrl: secret(
    'DATABASE_URL',
    'PostgreSQL 15 or newer to use; without it the program runs its own.',
    databaseUrl,
  ),
  serverDatabaseUrl: secret(
    'SERVER_DATABASE_URL',
    'The same database by a login that may work as `registry_server` and is nobody else: the server uses it, and the owner only to migrate.',
    databaseUrl,
  ),
  visitorDatabaseUrl: secret(
    'VISITOR_DATABASE_URL',
    'The same by a login that may work as `registry_visitor` and is nobody else; needed with `SERVER_DATABASE_URL`.',
    databaseUrl,
  ),
  dataFolder: variable(
    'DATA_FOLDER',
    '.data',
    "Where the program's own database, the audit log's key and the demo password are kept.",
    text,
  ),
  auditKeyFile: optional(
    'AUDIT_KEY_FILE',
    'The private key that signs the audit log, the same for every server process; made at the first start. Without it `audit-key.pem` in `DATA_FOLDER`.',
    text,
  ),
  checkpointFile: optional(
    'CHECKPOINT_FILE',
    'Where each signed checkpoint of the audit log is appended: a file on other storage than the database. What it refuses is appended once it can be.',
    text,
  ),
  databasePool: variable(
    'DATABASE_POOL',
    '10',
    'Most connections of a server process for keepers, and as many for visitors; 21 more at most stand apart.',
    wholeNumber(1, 200),
  ),
  keepingAlliance: variable(
    'KEEPING_ALLIANCE',
    'HP',
    'Code of the alliance that keeps the registry: it and those above read past the row policies, all others under them. A code that no alliance has stops the start.',
    text,
  ),
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
  publicUrl: optional(
    'PUBLIC_URL',
    'The address under which people reach the registry, e.g. `https://htx.example`; the links by which passwords are set begin with it.',
    siteAddress,
  ),
  smtpUrl: secret(
    'SMTP_URL',
    'Mail server that invitations and reset links are handed to; without it an administrator is given the link.',
    smtpUrl,
  ),
  mailFrom: optional('MAIL_FROM', 'Sender of those mails; needed with `SMTP_URL`, as is `PUBLIC_URL`.', sender),
  secondFactor: variable(
    'SECOND_FACTOR',
    'off',
    'Roles whose accounts may do nothing but enrol a second factor until they have one; others may have one.',
    anyListOf(...roles),
  ),
  secondFactorKey: secret(
    'SECOND_FACTOR_KEY',
    'Seals the secrets of second factors in the database; the same for all server processes, and kept: without it nobody has a code.',
    key,
  ),
  secondFactorOldKey: secret(
    'SECOND_FACTOR_OLD_KEY',
    'The key before, while `second-factors renew-key` seals the secrets anew; the server does not read it.',
    key,
  ),
  logLevel: variable(
    'LOG_LEVEL',
    'warn',
    'How much is logged; `info` has a line for each request.',
    anyOf('silent', 'error', 'warn', 'info', 'debug'),
  ),
  oidcIssuer: optional(
    'OIDC_ISSUER',
    'Provider of single sign-on (OpenID Connect); without it there is none. Needs the two below and `PUBLIC_URL`.',
    issuer,
  ),
  oidcClientId: optional('OIDC_CLIENT_ID', 'Under which id the provider knows the registry.', text),
  oidcClientSecret: secret('OIDC_CLIENT_SECRET', 'With which secret the registry proves itself to the provider.', text),
  oidcClientAuth: optional(
    'OIDC_CLIENT_AUTH',
    'Where it does: in the header or in the body; without it as the provider says, in the header where it takes both.',
    anyOf('client_secret_basic', 'client_secret_post'),
  ),
  demoPassword: secret('DEMO_PASSWORD', 'Password of the demo accounts; without it one is made and kept.', {
    allowed: '15 to 128 characters',
    parse: (value) => {
      if (value.length < 15 || value.length > 128) throw new Error();
      return value.normalize('NFC');
    },
  }),
};

/** Everything that the environment decides. */
export type Settings = { readonly [Name in keyof typeof variables]: ReturnType<(typeof variables)[Name]['parse']> };

/** For those that take what the environment decides by injection. */
export const SETTINGS = Symbol('settings');

const secretNames = Object.values<Variable<unknown>>(variables).flatMap((one) => (one.secret ? [one.variable] : []));

/** Variables that mean nothing without others. */
const needs: Readonly<Record<string, readonly string[]>> = {
  SERVER_DATABASE_URL: ['VISITOR_DATABASE_URL', 'DATABASE_URL'],
  VISITOR_DATABASE_URL: ['SERVER_DATABASE_URL'],
  SMTP_URL: ['MAIL_FROM', 'PUBLIC_URL'],
  SECOND_FACTOR: ['SECOND_FACTOR_KEY'],
  OIDC_ISSUER: ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'],
};

/**
 * Reads and checks the environment and the files of secrets that it names; a variable that is empty counts as not set.
 * @throws StartRefusal naming the first variable with a value that is not allowed, and what is, or one that is missing
 */
export function readSettings(environment: Environment): Settings {
  const told = withSecretsOfFiles(environment, secretNames);
  const settings = Object.entries<Variable<unknown>>(variables).map(([name, declared]) => [
    name,
    valueOf(declared, told[declared.variable]),
  ]);
  for (const [name, others] of Object.entries(needs)) {
    const given = told[name]?.trim() ?? '';
    const missing = !['', 'off'].includes(given) && others.find((other) => !told[other]?.trim());
    if (missing) throw new StartRefusal(`The environment variable ${missing} is not set, and ${name} needs it.`);
  }
  return Object.fromEntries(settings) as Settings;
}

function valueOf(declared: Variable<unknown>, given: string | undefined): unknown {
  const value = given?.trim() || declared.default;
  if (value === null) return null;
  try {
    return declared.parse(value);
  } catch {
    // A URL or a password is not repeated where it would be read by others.
    const withheld = declared.default === null;
    const problem = withheld ? 'has a value that is not allowed' : `is ${JSON.stringify(value)}, which is not allowed`;
    throw new StartRefusal(`The environment variable ${declared.variable} ${problem}: give ${declared.allowed}.`);
  }
}

/** The variables as a table for docs/operations.md. */
export function settingsTable(): string {
  const rows = Object.values<Variable<unknown>>(variables).map(
    ({ variable, default: fallback, means, allowed, secret }) =>
      `| \`${variable}\`${secret ? ' \\*' : ''} | ${fallback ? `\`${fallback}\`` : '–'} | ${means} | ${allowed} |`,
  );
  return ['| variable | default | meaning | allowed |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
