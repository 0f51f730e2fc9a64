import { expect, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { newPassword, signsIn } from '../kit/accounts.js';
import { organization } from '../kit/makers.js';
import { run, type Ended } from '../kit/run.js';
import { settingsOf, startServer } from '../kit/server.js';
import { allSigned } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { builtFile, root, runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

jest.setTimeout(120_000);

/** As `| head -0` does: nobody reads what it prints. `said` is what it complained about. */
async function unread(words: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(process.execPath, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const complaint = text(child.stderr);
  const [code] = (await once(child, 'exit')) as [number];
  return { code, said: await complaint };
}

story('an operator is told of events that are kept out of the log', async ({ secretariat }, { databaseUrl }) => {
  const htx = (...words: string[]) => run([builtFile('program/cli.ts'), ...words], { DATABASE_URL: databaseUrl });
  await rowsOf(
    databaseUrl,
    `alter table audit.frontier disable trigger all;
     update audit.frontier set xid = '9000000000';
     alter table audit.frontier enable always trigger passes_nothing, enable always trigger append_only`,
  );
  await secretariat.post('organizations', organization()).created();
  const verified = await htx('audit', 'verify');
  expect(verified.code).toBe(1);
  expect(verified.said).toMatch(/^TAMPERED: the sealer was told to look beyond transaction 9000000000, .*\.$/m);
  expect(verified.said).toMatch(/^TAMPERED: the event with the id \d+ was passed over/m);
  const provider = { OIDC_ISSUER: 'http://127.0.0.1:1', OIDC_CLIENT_ID: 'htx', OIDC_CLIENT_SECRET: 'x' };
  const proxied = { PUBLIC_URL: 'https://htx.example', ...provider };
  const settings = { DATABASE_URL: databaseUrl, CHECKPOINT_FILE: '/proc/checkpoints', ...proxied };
  await rowsOf(databaseUrl, `update pg_collation set collversion = '1.0' where collname = 'any_case'`);
  const doctor = await run([builtFile('program/cli.ts'), 'doctor'], settings);
  expect(doctor.said).toMatch(/^problem {2}room on the disks: 0 MB are left where \/proc is\. What to do: free /m);
  expect(doctor.said).toMatch(/^problem {2}orders of letters as the indexes were made by: any_case was 1\.0, and is /m);
  expect(doctor.said).toMatch(/^problem {2}no event kept out of the audit log: the sealer was told/m);
  expect(doctor.said).toMatch(/^problem {2}the provider of single sign-on: http:\/\/127\.0\.0\.1:1 does not answer/m);
  expect(doctor.said).toMatch(/^problem {2}reverse proxy: TRUSTED_PROXIES is not set: /m);
  expect(doctor.said).toMatch(/^problem {2}logins of the server: the server logs in as the database's owner/m);

  await rowsOf(databaseUrl, `update audit.frontier set xid = '0'`);
  await allSigned(databaseUrl);
  expect(await htx('audit', 'verify')).toMatchObject({ code: 0 });
});

story('a start that is refused says one sentence, and not where in the program', async (_cast, { databaseUrl }) => {
  const settings = { DATABASE_URL: databaseUrl, PORT: '0' };
  for (const [more, sentence] of [
    [
      { CHECKPOINT_FILE: '/nowhere/checkpoints' },
      /^CHECKPOINT_FILE: \/nowhere\/checkpoints cannot be written \(ENOENT\)\.$/m,
    ],
    [{ KEEPING_ALLIANCE: "HP'" }, /^KEEPING_ALLIANCE is HP', which no alliance has; there are .*HP.*: set it to /m],
    [{ AUDIT_KEY_FILE: tmpdir() }, /^.* is a folder, where a file must be: name the file\.$/m],
  ] as const) {
    const { code, said } = await run([builtFile('program/main.ts')], { ...settings, ...more });
    expect([code, said]).toEqual([1, expect.stringMatching(sentence)]);
    expect(said).not.toMatch(/^\s+at |StartRefusal/m);
  }
});

story('an operator makes the first administrator, who alone knows the password (ASVS 6.4.1)', async (cast, stage) => {
  const email = 'first@hp.test';
  const settings = { DATABASE_URL: stage.databaseUrl, PUBLIC_URL: 'https://htx.example' };
  const linkOf = async (...words: string[]) => {
    const said = await runBuilt('program/cli.ts', ['accounts', ...words, '--email', email], settings);
    return /https:\/\/htx\.example\/password#(\S+)/.exec(said)?.[1] ?? '';
  };
  const lost = await linkOf('add', '--role', 'administrator', '--alliance', 'HP');
  const token = await linkOf('reset');
  const password = newPassword();
  await cast.anonymous.post('auth/passwords', { token: lost, password }).refused('password-link-refused', 401);
  await cast.anonymous.post('auth/passwords', { token, password }).is();
  await cast.anonymous.post('auth/passwords', { token, password: newPassword() }).refused('password-link-refused', 401);
  await signsIn(cast.anonymous, { email, password });
});

story('who ends the first start while it prepares the database is told of no fault, and starts again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htx-begun-'));
  const env = { ...process.env, DATABASE_URL: '', DATA_FOLDER: folder, PORT: '0' };
  for (const awaited of [/Preparing/, /answers at/]) {
    const child = spawn(process.execPath, [builtFile('program/main.ts')], { env });
    const complaint = text(child.stderr);
    const exit = once(child, 'exit');
    for await (const line of child.stdout.setEncoding('utf8') as AsyncIterable<string>)
      if (awaited.test(line)) child.kill('SIGTERM');
    expect([await exit, await complaint]).toEqual([[0, null], '']);
  }
  rmSync(folder, { recursive: true });
});

story('the demo registry is not loaded into one that has accounts already', async (_cast, { databaseUrl }) => {
  const counted = () => rowsOf(databaseUrl, 'select count(*) from audit.events');
  const elsewhere = `select id from registry.alliances where code = 'QN'`;
  await rowsOf(databaseUrl, `update registry.organizations set alliance_id = (${elsewhere}), version = version + 1`);
  const before = await counted();
  const { code, said } = await run([builtFile('program/cli.ts'), 'demo', 'load'], { DATABASE_URL: databaseUrl });
  expect([code, said]).toEqual([1, expect.stringMatching(/^This registry is in use: /m)]);
  expect(await counted()).toEqual(before);
});

story(
  'who ends npm ends the server in order, be it by Ctrl-C, which both are told of',
  async (_cast, { databaseUrl }) => {
    const options = { env: { ...process.env, ...settingsOf(databaseUrl, {}) }, cwd: root, detached: true };
    const ends = { SIGTERM: (npm: number) => npm, SIGINT: (npm: number) => -npm } as const;
    for (const [signal, whom] of Object.entries(ends)) {
      const npm = spawn('npm', ['start'], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
      const exit = once(npm, 'exit');
      let said = '';
      for await (const text of npm.stdout.setEncoding('utf8') as AsyncIterable<string>) {
        said += text;
        if (/answers at/.test(text)) process.kill(whom(Number(npm.pid)), signal);
      }
      const [, address = ''] = /answers at (\S+)/.exec(said) ?? [];
      expect(said).toMatch(/^Stopping$/m);
      expect(await exit).toEqual([0, null]);
      await expect(fetch(`${address}/health/live`)).rejects.toThrow();
    }
  },
);

story('a command that was not told where the registry is begins no other one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htx-nothing-'));
  for (const words of [
    'doctor',
    'audit verify',
    'erase-person 0 --reason x',
    'accounts add --email a@b.vn --role auditor',
  ]) {
    const { code, said } = await run([builtFile('program/cli.ts'), ...words.split(' ')], { DATA_FOLDER: folder });
    expect([code, said]).toEqual([
      1,
      expect.stringMatching(/^DATABASE_URL is not set, and there is no registry in .*\n$/),
    ]);
  }
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

story(
  'an operator exports and verifies the log, an auditor does it without the registry',
  async ({ secretariat, auditor }, stage) => {
    const folder = mkdtempSync(join(tmpdir(), 'htx-audit-'));
    const [checkpoints, file] = [join(folder, 'checkpoints'), join(folder, 'log.jsonl')];
    const env = { DATABASE_URL: stage.databaseUrl, CHECKPOINT_FILE: checkpoints };
    const htx = (...words: string[]) => run([builtFile('program/cli.ts'), 'audit', ...words], env);
    const verifier = (...words: string[]) => run(['docs/verify-audit.mjs', file, ...words], {});

    // A second process of the same registry, which signs with the same key and has a file for its checkpoints.
    const second = await startServer(stage.databaseUrl, env);
    await secretariat.post('organizations', organization()).created();
    await allSigned(stage.databaseUrl);
    await second.stop();
    expect(statSync(process.env['AUDIT_KEY_FILE'] ?? '').mode & 0o777).toBe(0o600);
    const { said: key } = await htx('key');
    expect(key).toMatch(/^htx-registry\/[0-9a-f-]{36}\+[0-9a-f]{8}\+A\S{43}\n$/);

    expect(await htx('verify')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/the rows are what the log says/),
    });
    expect(await htx('export', file)).toMatchObject({ code: 0 });
    const refused = (sentence: RegExp) => ({ code: 1, said: expect.stringMatching(sentence) });
    expect(await htx('export', file)).toMatchObject(refused(/^\S+ cannot be written \(EEXIST\): name .*\n$/));
    expect(await htx('verify', '--key', 'khóa')).toMatchObject(refused(/^khóa is no public key of a log: .*\n$/));
    expect(await htx('verify', '--checkpoints', '/nowhere')).toMatchObject(
      refused(/^The checkpoints of \/nowhere cannot be read \(ENOENT\)\.\n$/),
    );
    const trusted = ['--key', key.trim(), '--checkpoints', checkpoints];
    expect(await verifier(...trusted)).toMatchObject({
      code: 0,
      said: expect.stringMatching(/The log is what was signed/),
    });
    expect((await verifier()).said).toMatch(/The key is the one in the export/);
    await secretariat.post('organizations', organization()).created(); // after the export
    await allSigned(stage.databaseUrl);
    const answered = await auditor.get('audit/checkpoints', { limit: 1 }).is();
    const kept = {
      answered: answered.text,
      crlf: readFileSync(checkpoints, 'utf8').replaceAll('\n', '\r\n'),
      retyped: readFileSync(checkpoints, 'utf8').replaceAll('—', '-'),
      nothing: '',
    };
    for (const [name, text] of Object.entries(kept)) writeFileSync(join(folder, name), text);
    const by = (name: keyof typeof kept) => verifier('--key', key.trim(), '--checkpoints', join(folder, name));
    expect(await by('crlf')).toMatchObject({ code: 0 });
    expect(await by('answered')).toMatchObject({ code: 1, said: expect.stringMatching(/^TAMPERED: .* was removed/m) });
    for (const name of ['retyped', 'nothing'] as const) {
      expect(await by(name)).toMatchObject({ code: 2, said: expect.stringMatching(/holds no checkpoint/) });
      expect(await htx('verify', '--checkpoints', join(folder, name))).toMatchObject(refused(/holds no checkpoint/));
    }
    expect(await verifier('--key', 'htx+00000000+AAAA')).toMatchObject({ code: 2 });
    expect(readFileSync(checkpoints, 'utf8')).toMatch(
      /^htx-registry\/\S+\n\d+\n\S{44}\n\n— htx-registry\/\S+ \S{92}\n\n/,
    );

    await rowsOf(
      stage.databaseUrl,
      `alter table audit.events disable trigger all;
     update audit.events set actor = 'ai đó' where id = (select event_id from audit.sequence where seq = 3);
     alter table audit.events enable trigger all, enable always trigger append_only`,
    );
    const says = { code: 1, said: expect.stringMatching(/^TAMPERED: event 3 was changed\.$/m) };
    expect(await htx('verify')).toMatchObject(says);
    expect(await unread([builtFile('program/cli.ts'), 'audit', 'verify'], env)).toEqual({ code: 1, said: '' });
    rmSync(file);
    await htx('export', file);
    expect(await verifier(...trusted)).toMatchObject(says);
    rmSync(folder, { recursive: true });
  },
);
