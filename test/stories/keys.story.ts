import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { bearer, makesAccount, signsIn } from '../kit/accounts.js';
import { Client } from '../kit/client.js';
import { admission, entersOrganization, organization } from '../kit/makers.js';
import type { Json, Reply } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { runBuilt } from '../setup/built.js';
import { rowsOf } from '../setup/database.js';

const keyEntry = (more: Json = {}): Json => ({
  name: 'Cổng thống kê',
  role: 'secretariat',
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  ...more,
});

/** A machine that asks with a key that somebody made for it. */
async function machine(maker: Client, more: Json = {}): Promise<{ asks: Client; made: Reply }> {
  const made = await maker.post('api-keys', keyEntry(more)).created();
  const headers = { 'X-Api-Key': String(made.body['key']) };
  return { made, asks: new Client('machine', maker.server, () => Promise.resolve(headers)) };
}

story('a key opens the resources it names and no other (ASVS 8.2.1)', async ({ secretariat }) => {
  const { asks } = await machine(secretariat, { resources: ['memberships', 'reports/awards'] });
  await asks.get('memberships').is();
  await asks.get('reports/awards').is();
  for (const closed of ['reports/members', 'organizations', 'people', 'audit/events']) {
    await asks.get(closed).forbidden();
  }
});

story('all reports together are one resource', async ({ secretariat }) => {
  const { asks } = await machine(secretariat, { resources: ['reports'] });
  for (const report of ['reports/awards', 'reports/members']) await asks.get(report).is();
  await asks.get('memberships').forbidden();
});

story('a key writes only when it was made to, and never beside its resources (ASVS 8.2.1)', async (cast) => {
  const { secretariat } = cast;
  const [{ id: first }, { id: second }] = [
    await entersOrganization(secretariat),
    await entersOrganization(secretariat),
  ];
  const reader = await machine(secretariat, { resources: ['memberships'] });
  expect(reader.made.body).toMatchObject({ access: 'read', resources: ['memberships'] });
  await reader.asks.post('memberships', admission(first)).forbidden();
  await secretariat.get('memberships', { organizationId: first }).lists();

  const writer = await machine(secretariat, { resources: ['memberships'], access: 'write' });
  const { id } = await writer.asks.post('memberships', admission(second)).created();
  await reader.asks.patch(`memberships/${id}`, { number: '1' }, { 'If-Match': '"1"' }).forbidden();
  await writer.asks.post(`memberships/${id}/voidings`, { reason: 'ghi nhầm' }).created();
  await writer.asks.post('organizations', organization()).forbidden();
});

story('a key without resources opens what its role may, within its alliance', async (cast) => {
  const { secretariat, otherAlliance } = cast;
  const mine = await machine(secretariat, { access: 'write' });
  expect(mine.made.body).toMatchObject({ access: 'write', resources: null, alliance: { code: 'HP' } });
  const { id } = await mine.asks.post('organizations', organization()).created();
  await mine.asks.get('accounts').forbidden();
  const foreign = await machine(otherAlliance, { resources: ['organizations'] });
  await foreign.asks.get(`organizations/${id}`).unknown();
  await secretariat.get(`organizations/${id}`).is();
});

story('a key is told what it may, as narrowed', async ({ secretariat }) => {
  const { asks } = await machine(secretariat, { resources: ['memberships'] });
  const { body } = await asks.get('auth/me').is({ role: 'secretariat', email: null });
  expect(body['rights']).toEqual(['MeView.read', 'MembershipView.read']);
  const role = await secretariat.get('auth/me').is();
  expect(role.body['rights']).toEqual(expect.arrayContaining(['MembershipView.admit', 'MeView.signOut']));
});

story('a key names only what there is to open', async ({ secretariat }) => {
  const entry = (resources: unknown) => secretariat.post('api-keys', keyEntry({ resources }));
  await entry(['memberships', 'members']).refusedAt('/resources/1', 'not-in-list');
  await entry(['auth']).refusedAt('/resources/0', 'not-in-list');
  await entry([]).refusedAt('/resources', 'too-few');
  await entry('memberships').refusedAt('/resources', 'not-a-list');
  await entry([7]).refusedAt('/resources', 'not-text');
  await entry(Array(51).fill('memberships')).refusedAt('/resources', 'too-many');
  await secretariat.post('api-keys', keyEntry({ access: 'admin' })).refusedAt('/access', 'not-in-list');
});

story('a key counts in its header and nowhere else (ASVS 14.2.1)', async ({ secretariat, anonymous }) => {
  const { made } = await machine(secretariat);
  const key = String(made.body['key']);
  await anonymous.get('memberships', {}, { 'X-Api-Key': key }).is();
  for (const name of ['X-Api-Key', 'x-api-key', 'api_key', 'key', 'access_token']) {
    await anonymous.get('memberships', { [name]: key }).anonymous();
  }
  await anonymous.get('memberships', {}, { Cookie: `X-Api-Key=${key}` }).anonymous();
  await anonymous.get('memberships', {}, { Authorization: `Bearer ${key}` }).anonymous();
});

story('a key is kept as a digest and is shown once', async ({ secretariat }, { databaseUrl }) => {
  const { made } = await machine(secretariat);
  const key = String(made.body['key']);
  expect(key).toMatch(/^htx_[\w-]{43}$/);
  await secretariat.get(`api-keys/${made.id}`).is().lacks('key', 'digest');
  const kept = await rowsOf<{ row: string }>(
    databaseUrl,
    `select k::text as row from registry.api_keys k
     union all select e::text from audit.events e where table_name = 'api_keys'`,
  );
  expect(kept.length).toBeGreaterThan(1);
  expect(kept.filter(({ row }) => row.includes(key))).toEqual([]);
});

story('the secretariat sees when a key was last used', async ({ secretariat }, { databaseUrl }) => {
  const { made, asks } = await machine(secretariat);
  await secretariat.get(`api-keys/${made.id}`).is({ lastUsedAt: null });
  const before = Math.floor(Date.now() / 60_000) * 60_000;
  for (let i = 0; i < 5; i += 1) await asks.get('memberships').is();
  let lastUsedAt: unknown = null;
  for (let tries = 0; lastUsedAt === null && tries < 100; tries += 1) {
    await pause(100);
    ({ lastUsedAt } = (await secretariat.get(`api-keys/${made.id}`).is()).body);
  }
  const at = new Date(String(lastUsedAt)).getTime();
  expect(at % 60_000).toBe(0);
  expect(at).toBeGreaterThanOrEqual(before);
  const { items } = await secretariat.get(`api-keys/${made.id}/history`).is();
  expect(items.map((event) => event['action'])).toEqual(['insert']); // a use is no change of the key
  const rows = await rowsOf(databaseUrl, 'select from registry.api_key_uses where api_key_id = $1', [made.id]);
  expect(rows).toHaveLength(1);
});

story('an administrator gets at no register by a key, and no key makes another', async (cast) => {
  const { administrator, secretariat } = cast;
  await administrator.post('api-keys', keyEntry()).refused('key-beyond-maker', 409);
  await machine(administrator, { role: 'auditor' });
  const { asks, made } = await machine(secretariat, { access: 'write' });
  await asks.post('api-keys', keyEntry()).refused('not-an-account', 409);
  const { made: another } = await machine(secretariat, {});
  const revokes = (id: string) => asks.post(`api-keys/${id}/revocations`, { reason: 'thôi dùng' });
  await revokes(another.id).refused('not-an-account', 409);
  await revokes(made.id).created();
  await asks.get('memberships').anonymous();
});

story('a key shows who made it, and opens nothing once that account is disabled', async (cast) => {
  const { administrator, secretariat, anonymous } = cast;
  const newcomer = await makesAccount(administrator, { role: 'secretariat' });
  const { accessToken } = await signsIn(anonymous, newcomer);
  const leaving = new Client('leaving', administrator.server, () => Promise.resolve(bearer(accessToken)));
  const { made, asks } = await machine(leaving, { resources: ['memberships'] });
  await asks.get('memberships').is();
  await secretariat.get(`api-keys/${made.id}`).is({ madeBy: newcomer.id });
  await administrator.post(`accounts/${newcomer.id}/disablements`, { reason: 'nghỉ việc' }).created();
  await asks.get('memberships').anonymous();
  const { items } = await administrator.get('api-keys', { good: 'true' }).is();
  expect(items.map(({ id }) => id)).not.toContain(made.id);
  await administrator.post(`accounts/${newcomer.id}/enablements`, { reason: 'trở lại' }).created();
  await asks.get('memberships').anonymous(); // who comes back makes new ones
  await secretariat.get(`api-keys/${made.id}`).is({ revokedAt: expect.any(String) });
});

story('a key opens nothing that its maker could not make it for any more', async (cast) => {
  const { administrator, anonymous } = cast;
  const newcomer = await makesAccount(administrator, { role: 'secretariat' });
  const { accessToken } = await signsIn(anonymous, newcomer);
  const clerk = new Client('clerk', administrator.server, () => Promise.resolve(bearer(accessToken)));
  const writes = await machine(clerk, { access: 'write' });
  const another = await makesAccount(administrator, { role: 'administrator' });
  const session = bearer((await signsIn(anonymous, another)).accessToken);
  const reads = await machine(new Client('another', administrator.server, () => Promise.resolve(session)), {
    role: 'auditor',
  });
  for (const { asks } of [writes, reads]) await asks.get('memberships').is();
  await administrator.correct(`accounts/${newcomer.id}`, { role: 'auditor' }).is();
  await writes.asks.get('memberships').anonymous();
  await reads.asks.get('memberships').is();
  const good = (await administrator.get('api-keys', { good: 'true' }).is()).items.map(({ id }) => id);
  expect(good).not.toContain(writes.made.id);
  expect(good).toContain(reads.made.id);
  await administrator.correct(`accounts/${another.id}`, { role: 'secretariat' }).is();
  await reads.asks.get('memberships').anonymous();
  await administrator.correct(`accounts/${another.id}`, { role: 'administrator' }).is();
  await reads.asks.get('memberships').anonymous(); // it does not come back with the role
});

story(
  'a key that ends soon stands first, and the operator is told of one that is used',
  async (cast, { databaseUrl }) => {
    const { secretariat, administrator } = cast;
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const soon = await machine(secretariat, { name: 'Cổng dữ liệu', expiresAt: inDays(20) });
    const later = await machine(secretariat, { name: 'Kho dữ liệu', expiresAt: inDays(40) });
    for (const { asks } of [soon, later]) await asks.get('memberships').is();
    const ending = (await administrator.get('api-keys', { sort: '-expiresAt' }).is()).items.map(({ name }) => name);
    expect(ending.indexOf('Kho dữ liệu')).toBeLessThan(ending.indexOf('Cổng dữ liệu'));
    const told = async () => {
      const said = await runBuilt('program/cli.ts', ['doctor'], { DATABASE_URL: databaseUrl }).catch(
        ({ stdout }: { stdout: string }) => stdout,
      );
      return /^problem {2}keys of machines: (.*) used of late/m.exec(said)?.[1];
    };
    const noted = 'select from registry.api_key_uses';
    while (
      (await rowsOf(databaseUrl, `${noted} where api_key_id in ('${soon.made.id}', '${later.made.id}')`)).length < 2
    )
      await pause(100);
    expect(await told()).toMatch(/Cổng dữ liệu \(\d{4}-\d\d-\d\d\)$/);
    await secretariat.post(`api-keys/${soon.made.id}/revocations`, { reason: 'đã có khóa mới' }).created();
    expect(await told()).not.toContain('Cổng dữ liệu');
  },
);
