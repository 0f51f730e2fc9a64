import { expect } from '@jest/globals';
import { publishedVerifier } from '../../src/platform/audit/published-verifier.js';
import { bearer, foundsBelow, makesAccount, signsIn } from '../kit/accounts.js';
import { Client } from '../kit/client.js';
import { ownAlliance } from '../kit/congress-makers.js';
import { admission, organization } from '../kit/makers.js';
import type { Reply } from '../kit/reply.js';
import { isConsistent, leafHashOf, rootOfInclusion } from '../kit/rfc6962.js';
import { story } from '../kit/story.js';

const hashesIn = ({ body }: Reply): Buffer[] => (body['hashes'] as string[]).map((hash) => Buffer.from(hash, 'base64'));
const bytes = (base64: unknown): Buffer => Buffer.from(String(base64), 'base64');

/** The last event of a record once it is sealed and signed for, and the checkpoint that covers it. */
async function signedEventOf(auditor: Client, recordId: string) {
  for (;;) {
    const { items } = await auditor.get('audit/events', { recordId }).is();
    const seq = Number(items[0]?.['sequence'] ?? Infinity);
    const checkpoint = (await auditor.get('audit/checkpoints', { limit: 1 }).is()).items[0];
    if (checkpoint && Number(checkpoint['size']) >= seq) return { seq, checkpoint };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

story(
  'an auditor proves that what was written stands in the signed log, and stays there',
  async ({ secretariat, auditor }) => {
    const member = await secretariat.post('organizations', organization()).created();
    const { seq, checkpoint } = await signedEventOf(auditor, member.id);
    const size = Number(checkpoint['size']);

    const proof = await auditor.get('audit/inclusion-proof', { seq, size }).is({ seq, size, root: checkpoint['root'] });
    const leaf = String(proof.body['leaf']);
    expect(JSON.parse(leaf)).toMatchObject({ seq, event: { actor: 'secretariat' } });
    expect(leafHashOf(leaf)).toEqual(bytes(proof.body['leafHash']));
    expect(rootOfInclusion(seq - 1, size, leafHashOf(leaf), hashesIn(proof))).toEqual(bytes(checkpoint['root']));
    await auditor.get('audit/events', { seq }).lists({ sequence: seq, actor: 'secretariat' });

    const { items: keys } = await auditor.get('audit/signing-keys').is();
    const { keyOf, verifyLog } = await publishedVerifier();
    const { findings } = await verifyLog({
      leaves: [],
      kept: [],
      notes: [String(checkpoint['note'])],
      keys: keys.map(({ key }) => keyOf(String(key))),
      lineAt: async () => null,
    });
    expect(findings).toEqual([
      { seq: 1, what: `event 1 was removed: the log ends at 0, but ${size} events were signed for` },
    ]);

    const later = await secretariat.post('memberships', admission(member.id)).created();
    const { checkpoint: next } = await signedEventOf(auditor, later.id);
    const consistency = await auditor.get('audit/consistency-proof', { from: size, to: Number(next['size']) }).is();
    expect(consistency.body).toMatchObject({ fromRoot: checkpoint['root'], toRoot: next['root'] });
    const roots = [
      [size, bytes(checkpoint['root'])],
      [Number(next['size']), bytes(next['root'])],
    ] as const;
    expect(isConsistent(...roots, hashesIn(consistency))).toBe(true);
    await auditor.get('audit/consistency-proof', { from: 1 }).is({ from: 1 });

    const since = { seqFrom: size + 1, seqTo: Number(next['size']) };
    const { items: came } = await auditor.get('audit/events', since).is();
    expect(came.map((event) => event['recordId'])).toContain(later.id);
    expect(came.filter((event) => Number(event['sequence']) <= size)).toEqual([]);
    await auditor.get('audit/events', { seqFrom: size, seqTo: size - 1 }).refusedAt('/seqTo', 'before-start');
  },
);

story('hashes of all events are shown, the words only of one’s own alliance', async ({ otherAlliance, auditor }) => {
  const theirs = await otherAlliance.post('organizations', organization()).created();
  await auditor.get('audit/events', { recordId: theirs.id }).lists();
  let last: Reply;
  do last = await auditor.get('audit/checkpoints', { limit: 1 }).is();
  while (!(await isForeign(auditor, Number(last.items[0]?.['size']))));
});

story('an auditor of another alliance proves that an event stands there without reading it', async (cast) => {
  const { administrator, anonymous, secretariat, auditor } = cast;
  const { allianceId } = await foundsBelow(administrator, anonymous, await ownAlliance(secretariat), 'HP-KT');
  const newcomer = await makesAccount(administrator, { role: 'auditor', allianceId });
  const { accessToken } = await signsIn(anonymous, newcomer);
  const foreign = new Client('foreign auditor', administrator.server, () => Promise.resolve(bearer(accessToken)));
  const { id } = await secretariat.post('organizations', organization()).created();
  const { seq, checkpoint } = await signedEventOf(auditor, id);
  const size = Number(checkpoint['size']);
  const proof = await foreign.get('audit/inclusion-proof', { seq, size }).is({ seq, leaf: null });
  const path = rootOfInclusion(seq - 1, size, bytes(proof.body['leafHash']), hashesIn(proof));
  expect(path).toEqual(bytes(checkpoint['root']));
});

/** Whether the log has an event by now that this auditor may not read. */
async function isForeign(auditor: Client, size: number): Promise<boolean> {
  for (let seq = size; seq > Math.max(0, size - 20); seq -= 1) {
    const { body } = await auditor.get('audit/inclusion-proof', { seq, size }).is();
    expect(bytes(body['leafHash'])).toHaveLength(32);
    const { items } = await auditor.get('audit/events', { seq }).is();
    expect(items).toHaveLength(body['leaf'] === null ? 0 : 1);
    if (body['leaf'] === null) return true;
  }
  return false;
}

story(
  'proofs are for auditors, and for numbers that the log has',
  async ({ auditor, secretariat, administrator, anonymous }) => {
    for (const path of ['checkpoints', 'signing-keys', 'inclusion-proof', 'consistency-proof']) {
      await secretariat.get(`audit/${path}`).forbidden();
      await administrator.get(`audit/${path}`).forbidden();
      await anonymous.get(`audit/${path}`).anonymous();
    }
    await auditor.get('audit/inclusion-proof').refusedAt('/seq', 'required');
    await auditor.get('audit/inclusion-proof', { seq: 0 }).refusedAt('/seq', 'out-of-range');
    await auditor.get('audit/inclusion-proof', { seq: 1, size: 99_999_999 }).refusedAt('/size', 'out-of-range');
    await auditor.get('audit/inclusion-proof', { seq: 1, leaf: 1 }).refusedAt('/leaf', 'unknown-parameter');
    await auditor.get('audit/consistency-proof', { from: 2, to: 1 }).refusedAt('/from', 'out-of-range');
    await auditor.get('audit/events', { seq: 'một' }).refusedAt('/seq', 'not-an-integer');
  },
);

story('a history at a number of the log tells what was written by then', async ({ secretariat, auditor }) => {
  const { id } = await secretariat.post('organizations', organization()).created();
  const { seq } = await signedEventOf(auditor, id);
  await secretariat.correct(`organizations/${id}`, { registrationNumber: 'sau-này' }).is();
  await signedEventOf(auditor, id);
  const wholly = await auditor.get(`organizations/${id}/history`).is();
  const then = await auditor.get(`organizations/${id}/history`, { knownAt: seq }).is();
  expect(then.items).toEqual(wholly.items.filter(({ sequence }) => Number(sequence) <= seq));
  expect(then.items.map(({ sequence }) => sequence)).toContain(seq);
  expect(wholly.items.length).toBeGreaterThan(then.items.length);
  const [last] = (await auditor.get('audit/events', { recordId: id, knownAt: seq }).is()).items;
  expect(last).toMatchObject({ sequence: seq, action: 'insert' });
  await auditor.get('audit/checkpoints', { knownAt: 0 }).lists();
});

story('a report at a number of the log stays as it is', async ({ secretariat, auditor }) => {
  const { id } = await secretariat.post('organizations', organization()).created();
  const member = await secretariat.post('memberships', admission(id)).created();
  const { seq } = await signedEventOf(auditor, member.id);
  const pinned = { asOf: '2020-11-27', knownAt: seq };
  const report = await auditor.get('reports/members', pinned).is({ knownAt: String(seq) });
  await secretariat.correct(`memberships/${member.id}`, { category: 'associate' }).is();
  await secretariat.post(`memberships/${member.id}/exits`, { kind: 'withdrawn', endedOn: '2019-07-01' }).created();
  await signedEventOf(auditor, member.id);
  expect((await auditor.get('reports/members', pinned)).text).toBe(report.text);
  await auditor.get(`memberships/${member.id}`, pinned).is({ category: 'official' });
  await auditor.get(`memberships/${member.id}`, { ...pinned, knownAt: 0 }).unknown();
  await auditor.get('memberships', { ...pinned, knownAt: 999_999_999 }).refusedAt('/knownAt', 'in-the-future');
  await auditor.get('memberships', { knownAt: 'hôm qua' }).refusedAt('/knownAt', 'not-a-moment');
});
