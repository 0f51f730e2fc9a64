import { expect, jest } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { organization } from '../kit/makers.js';
import { run } from '../kit/run.js';
import { startServer } from '../kit/server.js';
import { allSigned } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { builtFile } from '../setup/built.js';
import { cloneDatabase, rowsOf } from '../setup/database.js';

jest.setTimeout(120_000);

const AN_HOUR_AGO = `alter table audit.checkpoints disable trigger all;
  update audit.checkpoints set made_at = now() - interval '1 hour';
  alter table audit.checkpoints enable trigger all, enable always trigger append_only`;

const LAST_CHECKPOINT = 'select note from audit.checkpoints order by size desc limit 1';

const newKey = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });

story('a checkpoint file that is gone is told of, and the rest is verified all the same', async (_cast, stage) => {
  const folder = mkdtempSync(join(tmpdir(), 'htx-audit-'));
  const file = join(folder, 'checkpoints');
  const htx = (databaseUrl: string, ...words: string[]) =>
    run([builtFile('program/cli.ts'), ...words], { DATABASE_URL: databaseUrl, CHECKPOINT_FILE: file });
  const unsigned = await cloneDatabase();
  expect((await htx(unsigned.url, 'doctor')).said).toMatch(/^ok {7}the file of checkpoints$/m);
  await unsigned.drop();

  await allSigned(stage.databaseUrl);
  const gone =
    /^problem {2}the file of checkpoints: \S+checkpoints is not there, and the log has checkpoints\. What to do: /m;
  expect((await htx(stage.databaseUrl, 'doctor')).said).toMatch(gone);
  expect(await htx(stage.databaseUrl, 'audit', 'verify')).toEqual({
    code: 1,
    said: expect.stringMatching(
      /^\d+ events, \d+ of them signed for by \d+ checkpoints; .*\nMISSING: \S+checkpoints is not there\. .*\n$/,
    ),
  });
  const server = await startServer(stage.databaseUrl, { CHECKPOINT_FILE: file });
  await server.stop();
  expect((await htx(stage.databaseUrl, 'doctor')).said).toMatch(/^ok {7}the file of checkpoints$/m);
  expect(await htx(stage.databaseUrl, 'audit', 'verify')).toMatchObject({ code: 0 });
  rmSync(folder, { recursive: true });
});

story(
  'a server with another key does not start; a lost key is renewed by the operator',
  async ({ secretariat }, stage) => {
    const folder = mkdtempSync(join(tmpdir(), 'htx-audit-'));
    const env = { DATABASE_URL: stage.databaseUrl, AUDIT_KEY_FILE: join(folder, 'new.pem') };
    const htx = (...words: string[]) => run([builtFile('program/cli.ts'), 'audit', ...words], env);
    const old = (await htx('key')).said.trim();
    await expect(startServer(stage.databaseUrl, env)).rejects.toThrow(/There is no key in .*new.pem.*renew-key/);
    expect(existsSync(env.AUDIT_KEY_FILE)).toBe(false);

    expect(await htx('renew-key')).toMatchObject({
      code: 0,
      said: expect.stringMatching(/From now on .* signs: htx-/),
    });
    expect(await htx('renew-key')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/is known to the log already/),
    });
    const says = /The audit log is signed by another key than that of .*renew-key/;
    await expect(startServer(stage.databaseUrl)).rejects.toThrow(says);
    const another = { DATABASE_URL: stage.databaseUrl, CHECKPOINT_FILE: '/nowhere/checkpoints' };
    const doctor = (settings: Record<string, string>) => run([builtFile('program/cli.ts'), 'doctor'], settings);
    const { said: wrong } = await doctor(another);
    const younger =
      /^problem {2}the key of the audit log: \S+ signed the last checkpoint, and audit\.signing_keys has a younger/m;
    expect(wrong).toMatch(younger);
    const foreign = { DATABASE_URL: stage.databaseUrl, AUDIT_KEY_FILE: join(folder, 'foreign.pem') };
    writeFileSync(foreign.AUDIT_KEY_FILE, newKey());
    expect((await doctor(foreign)).said).toMatch(
      /^problem {2}the key of the audit log: \S+foreign\.pem is another log’s/m,
    );
    expect(wrong).toMatch(/^problem {2}the file of checkpoints: \/nowhere\/checkpoints cannot be written \(ENOENT\)/m);
    const empty = join(folder, 'checkpoints');
    writeFileSync(empty, '');
    chmodSync(env.AUDIT_KEY_FILE, 0o644);
    await rowsOf(stage.databaseUrl, AN_HOUR_AGO);
    const { said: still } = await doctor({ ...env, CHECKPOINT_FILE: empty });
    expect(still).toMatch(/^problem {2}the key of the audit log: others may read \S+new\.pem/m);
    expect(still).toMatch(/^problem {2}the file of checkpoints: the checkpoint of \d+ events is not in \S+/m);
    const server = await startServer(stage.databaseUrl, env);
    await secretariat.post('organizations', organization()).created();
    await allSigned(stage.databaseUrl);
    await server.stop();
    const [last] = await rowsOf<{ note: string }>(stage.databaseUrl, LAST_CHECKPOINT);
    writeFileSync(empty, `${last?.note.replace(/\n\d+\n/, '\n987654\n')}\n`);
    const lost = /the file of checkpoints: \S+ has a checkpoint of 987654 events that this database does not have/;
    expect((await doctor({ ...env, CHECKPOINT_FILE: empty })).said).toMatch(lost);
    const [, renewed = ''] = (await htx('key')).said.trim().split('\n');
    const believing = await htx('verify', '--key', old, renewed);
    expect(believing.said).not.toMatch(/not signed/);
    expect((await htx('verify')).said).toMatch(
      /TAMPERED: (the checkpoint of \d+ events is|\d+ checkpoints, of \d+ to \d+ events, are) not signed by a key of this log\.\nIf the key was renewed: /,
    );
    rmSync(folder, { recursive: true });
  },
);
