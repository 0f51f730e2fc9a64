import { expect } from '@jest/globals';
import { entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';

/** One list, asked again and again, each time otherwise: a statement that is remembered answers what it was made for. */

story('what a list answers does not depend on what it was asked before', async ({ secretariat, auditor }) => {
  const old = { name: 'Hợp tác xã Cổ Bi', on: '2010-03-20' };
  const young = { name: 'HTX Sen Hồng', on: '2018-03-20' };
  for (const entry of [old, young]) await entersOrganization(secretariat, entry);
  const updatedSince = new Date().toISOString();
  const listed = async (query: Record<string, string>) =>
    (await auditor.get('organizations', { limit: 200, asOf: '2015-01-01', ...query }).is()).items.map(({ name }) =>
      String(name),
    );
  const asked = {
    plain: () => listed({}),
    since: () => listed({ updatedSince }),
    ever: () => listed({ ever: 'true' }),
    typed: () => listed({ q: 'co bi', ever: 'true' }),
    inShort: () => listed({ q: 'htx sen hong', ever: 'true' }),
    inFull: () => listed({ q: 'hop tac xa sen hong', ever: 'true' }),
    kind: () => listed({ kind: 'enterprise' }),
  };
  for (let round = 0; round < 3; round += 1) {
    expect(await asked.plain()).toContain(old.name);
    expect(await asked.plain()).not.toContain(young.name); // which is founded only later
    expect(await asked.since()).toEqual([]);
    expect(await asked.ever()).toEqual(expect.arrayContaining([old.name, young.name]));
    expect(await asked.typed()).toEqual([old.name]);
    for (const spelt of [asked.inShort, asked.inFull]) expect(await spelt()).toEqual([young.name]);
    expect(await asked.kind()).toEqual([]);
  }
});

story('words are as long as is allowed, and no longer', async ({ auditor }) => {
  const words = 'hợp tác xã '.repeat(20);
  await auditor.get('organizations', { q: words.slice(0, 200).trimEnd().padEnd(200, 'x') }).lists();
  await auditor.get('organizations', { q: words.slice(0, 200).trimEnd().padEnd(201, 'x') }).refusedAt('/q', 'too-long');
});

story('a cursor that was cut to fewer keys than its order has is no cursor', async ({ secretariat, auditor }) => {
  for (let i = 0; i < 2; i += 1) await entersOrganization(secretariat);
  const { body } = await auditor.get('organizations', { limit: 1, sort: 'name' }).is();
  const next = String(body['next']);
  const [mark, keys] = [next.slice(0, 6), JSON.parse(Buffer.from(next.slice(6), 'base64url').toString()) as string[]];
  const cursor = (some: readonly unknown[]) => mark + Buffer.from(JSON.stringify(some)).toString('base64url');
  const asks = (some: readonly unknown[]) => auditor.get('organizations', { sort: 'name', cursor: cursor(some) });
  await asks(keys).is();
  for (const forged of [keys.slice(0, 1), [...keys, ...keys], [keys[0], 7]])
    await asks(forged).refusedAt('/cursor', 'not-a-cursor');
});
