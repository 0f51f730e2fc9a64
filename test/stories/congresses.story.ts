import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from '../kit/client.js';
import { congress, delegate, entersOrganization, person } from '../kit/makers.js';
import type { Json, Reply } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** The own alliance, as the secretariat sees it. */
async function ownAlliance(by: Client): Promise<string> {
  const { items } = await by.get('alliances', { level: 'provincial' }).is();
  return String(items[0]?.['id']);
}

const enters = async (by: Client, name?: string): Promise<string> =>
  (await by.post('people', person(name ? { fullName: name } : {})).created()).id;

const inDecember = { startsOn: '2020-12-10', endsOn: '2020-12-12' };

/** A congress and the own alliance's delegation to it. */
async function sends(
  by: Client,
  seats: Json,
  more: Json = {},
  days: Json = {},
): Promise<{ congressId: string; delegation: Reply }> {
  const { id: congressId } = await by.post('congresses', congress(days)).created();
  const sent = { sendingAllianceId: await ownAlliance(by), ...seats, ...more };
  return { congressId, delegation: await by.post(`congresses/${congressId}/delegations`, sent).created() };
}

story('a secretariat prepares a congress', async ({ secretariat, auditor, otherAlliance, member }) => {
  const { id } = await secretariat.post('congresses', congress({ ordinal: 6, startsOn: '2020-11-27' })).created();
  await secretariat.post('congresses', congress({ ordinal: 6 })).refused('congress-already-recorded', 409);
  await secretariat.post('congresses', congress({ endsOn: '1999-01-01' })).refused('congress-ends-too-early', 422);
  const { id: organizationId } = await entersOrganization(secretariat);
  const [first, second] = [await enters(secretariat, 'Nguyễn Văn An'), await enters(secretariat)];

  const seats = { officialSeats: 1, alternateSeats: 1 };
  const send = (entry: Json) => secretariat.post(`congresses/${id}/delegations`, { ...seats, ...entry });
  await send({}).refused('delegation-has-one-sender', 422);
  const delegation = await send({ organizationId, delegates: [delegate(first)] }).created();
  await send({ organizationId }).refused('delegation-already-recorded', 409);
  await send({ sendingAllianceId: await ownAlliance(secretariat) }).created();

  const path = `delegations/${delegation.id}`;
  const name = (entry: Json) => secretariat.post(`${path}/delegates`, entry);
  await name(delegate(second)).refused('more-delegates-than-seats', 409);
  await name(delegate(first, { kind: 'alternate', alternateRank: 1 })).refused('already-a-delegate', 409);
  await name(delegate(second, { kind: 'alternate' })).refused('rank-of-alternates-only', 422);
  const alternate = await name(delegate(second, { kind: 'alternate', alternateRank: 1 })).created({ entitled: false });
  await secretariat.correct(path, { alternateSeats: 0 }).refused('more-delegates-than-seats', 409);
  await secretariat.correct(path, { alternateSeats: 2 }).is({ alternateSeats: 2 });
  const third = await enters(secretariat);
  await name(delegate(third, { kind: 'alternate', alternateRank: 1 })).refused('alternate-rank-taken', 409);
  await secretariat.correct(`delegates/${alternate.id}`, { basis: 'nominated' }).is({ basis: 'nominated' });

  await auditor.get(`congresses/${id}`).is({ ordinal: 6, officials: 1, alternates: 1 });
  await auditor.get('congresses', { motto: 'Hợp tác – đổi mới – phát triển – hiệu quả' }).lists({ id });
  await auditor.get('delegations', { congressId: id, organizationId }).lists({ officialSeats: 1 });
  await auditor.get('delegates', { congressId: id, q: 'nguyen van an' }).lists({ kind: 'official' });
  await auditor.get('delegates', { congressId: id, asOf: '2020-01-01' }).lists();
  await auditor.get(`delegations/${delegation.id}`).is();
  await auditor.get(`delegates/${alternate.id}`).is();
  for (const part of [`congresses/${id}`, path, `delegates/${alternate.id}`]) {
    await auditor.get(`${part}/history`).is();
    for (const hidden of [otherAlliance, member]) {
      await hidden.get(part).unknown();
      await hidden.get(`${part}/history`).unknown();
    }
    await otherAlliance.patch(part, { reason: 'thử xem' }, { 'If-Match': '"1"' }).unknown();
    await otherAlliance.post(`${part}/voidings`, { reason: 'thử xem' }).unknown();
  }
  await otherAlliance.post(`congresses/${id}/delegations`, { ...seats, organizationId }).unknown();
  await otherAlliance.post(`congresses/${id}/delegations/batches`, { items: [{ ...seats, organizationId }] }).unknown();
  await otherAlliance.post(`${path}/delegates`, delegate(third)).unknown();

  await secretariat.post(`congresses/${id}/voidings`, { reason: 'nhập nhầm' }).refused('still-has-rows', 409);
  await secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).refused('still-has-rows', 409);
  await secretariat.post(`delegates/${alternate.id}/voidings`, { reason: 'nhập nhầm' }).created();
  await auditor.get('delegates', { delegationId: delegation.id }).lists({ kind: 'official' });
});

story('what was entered by mistake is taken back, from the last to the first', async ({ secretariat }) => {
  const { congressId, delegation } = await sends(secretariat, { officialSeats: 3, alternateSeats: 0 });
  await secretariat.correct(`congresses/${congressId}`, { venue: 'Cung Văn hóa' }).is({ venue: 'Cung Văn hóa' });
  await secretariat.post(`delegations/${delegation.id}/voidings`, { reason: 'nhập nhầm' }).created();
  await secretariat.post(`congresses/${congressId}/voidings`, { reason: 'nhập nhầm' }).created();
});

story('a congress more than a term after the one before is warned of', async ({ secretariat }) => {
  const enters = (startsOn: string, level = 'provincial') =>
    secretariat.post('congresses', congress({ startsOn, level, endsOn: startsOn }));
  await enters('2013-05-10').created({ warnings: [] });
  await enters('2020-12-25').created({ warnings: [] });
  await enters('2025-12-25').created({ warnings: [] });
  await enters('2031-01-10').created({ warnings: ['congress_too_late'] });
  await enters('2031-01-10', 'national').created({ warnings: [] });
});

story('an alternate is called up, and the roll of every instant tells who is entitled', async (cast) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const [an, binh, cuc] = [await enters(secretariat), await enters(secretariat), await enters(secretariat)];
  const delegates = [
    delegate(an ?? ''),
    delegate(binh ?? '', { kind: 'alternate', alternateRank: 1 }),
    delegate(cuc ?? '', { kind: 'alternate', alternateRank: 2 }),
  ];
  const { congressId } = await sends(secretariat, { officialSeats: 1, alternateSeats: 2 }, { delegates }, inDecember);
  const { items } = await auditor.get('delegates', { congressId }).is();
  const idOf = (personId?: string) =>
    String(items.find((item) => (item['person'] as { id: string }).id === personId)?.['id']);
  const [official, first, second] = [idOf(an), idOf(binh), idOf(cuc)];
  const call = (id: string, alternateId: string, at = '2020-12-10T01:00:00Z') =>
    secretariat.post(`delegates/${id}/substitutions`, { alternateId, substitutedAt: at, ground: 'ốm' });

  await call(first, second).refused('delegate-not-entitled', 409);
  await call(official, official).refused('not-an-alternate-to-call', 409);
  await otherAlliance
    .post(`delegates/${official}/substitutions`, {
      alternateId: first,
      substitutedAt: '2020-12-10T01:00:00Z',
      ground: 'x',
    })
    .unknown();
  const done = await call(official, first).created({ entitled: false, replacedBy: { delegateId: first } });
  await call(official, second).refused('delegate-not-entitled', 409);
  await call(first, official, '2020-12-11T01:00:00Z').refused('not-an-alternate-to-call', 409);
  await secretariat.post(`delegates/${first}/voidings`, { reason: 'nhập nhầm' }).refused('still-has-rows', 409);
  await call(first, second, '2020-12-11T01:00:00Z').created();

  const roll = (entitledAt: string) => auditor.get(`congresses/${congressId}/roll`, { entitledAt });
  await roll('2020-12-10T00:59:59Z').lists({ id: official });
  await roll('2020-12-10T01:00:00Z').lists({ id: first, calledUpFor: { delegateId: official } });
  await roll('2020-12-11T01:00:00Z').lists({ id: second });
  // Named on 20 November, which begins in Việt Nam at 17:00 of the 19th.
  await roll('2020-11-19T16:59:59Z').lists();
  await roll('2020-11-19T17:00:00Z').lists({ id: official, entitled: true });
  const onDay = (asOf: string, more = {}) => auditor.get(`congresses/${congressId}/roll`, { asOf, ...more });
  await onDay('2020-12-09').lists({ id: official });
  await onDay('2020-12-10').lists({ id: first });
  await onDay('2020-12-10', { entitledAt: '2020-12-10T00:00:00Z' }).lists({ id: official, entitled: false });
  await onDay('2020-12-09', { entitledAt: '2020-12-10T00:00:00Z' }).refusedAt('/asOf', 'not-in-list');
  await auditor.get('delegates', { congressId, entitledAt: '2020-01-01T00:00:00Z', ever: true }).lists();
  await auditor.get(`congresses/${congressId}/roll`).lists({ id: second });
  await otherAlliance.get(`congresses/${congressId}/roll`).unknown();
  await auditor.get(`delegates/${official}`, { asOf: '2020-12-09' }).is({ entitled: true });

  const { id: substitution } = done.body['replacedBy'] as { id: string };
  const undo = { reason: 'nhập nhầm' };
  await otherAlliance.post(`delegate-substitutions/${substitution}/voidings`, undo).unknown();
  await secretariat.post(`delegate-substitutions/${substitution}/voidings`, undo).refused('still-has-rows', 409);
  const last = await auditor.get(`delegates/${first}`).is();
  const { id: later } = last.body['replacedBy'] as { id: string };
  await otherAlliance.post(`delegate-substitutions/${later}/voidings`, undo).unknown();
  await secretariat.post(`delegate-substitutions/${later}/voidings`, undo).created({ entitled: true });
  const withdrawn = { reason: 'đại biểu khỏi ốm, rút quyết định thay thế' };
  await secretariat.post(`delegate-substitutions/${substitution}/voidings`, withdrawn).created({ entitled: true });
  await roll('2020-12-10T01:00:00Z').lists({ id: official });
});

story('a seat is somebody’s at every instant until the congress is over', async ({ secretariat }, { databaseUrl }) => {
  const [an, binh] = [await enters(secretariat), await enters(secretariat)];
  const alternate = { kind: 'alternate', alternateRank: 1, namedOn: '2020-12-09' };
  const seats = { officialSeats: 1, alternateSeats: 1 };
  const { congressId, delegation } = await sends(secretariat, seats, { delegates: [delegate(an)] }, inDecember);
  const naming = (entry: Json) => secretariat.post(`delegations/${delegation.id}/delegates`, delegate(binh, entry));
  await naming({ ...alternate, namedOn: '2020-12-13' })
    .refused('delegate-named-after-congress', 422)
    .refusedAt('/namedOn', 'after-end');
  const { id: called } = await naming(alternate).created();
  const { items } = await secretariat.get('delegates', { congressId, kind: 'official' }).is();
  const official = String(items[0]?.['id']);

  const call = (substitutedAt: string) =>
    secretariat.post(`delegates/${official}/substitutions`, { alternateId: called, substitutedAt, ground: 'ốm' });
  await call('2020-12-08T16:59:59Z')
    .refused('substitution-before-naming', 422)
    .refusedAt('/substitutedAt', 'before-start');
  await call('2020-12-12T17:00:00Z')
    .refused('substitution-after-congress', 422)
    .refusedAt('/substitutedAt', 'after-end');
  await call('2020-12-11T17:00:00Z').created();

  for (const one of [official, called]) {
    const correct = (namedOn: string) => secretariat.correct(`delegates/${one}`, { namedOn });
    await correct('2020-12-13').refused('delegate-named-after-congress', 422).refusedAt('/namedOn', 'after-end');
    await secretariat.correct(`congresses/${congressId}`, { endsOn: '2020-12-13' }).is();
    await correct('2020-12-13').refused('substitution-before-naming', 422).refusedAt('/namedOn', 'after-end');
    await correct('2020-12-12').is({ namedOn: '2020-12-12' });
    await secretariat.correct(`congresses/${congressId}`, { endsOn: '2020-12-12' }).is();
  }
  const ends = (endsOn: string) => secretariat.correct(`congresses/${congressId}`, { endsOn });
  await ends('2020-12-11').refused('delegate-named-after-congress', 422);
  for (const one of [official, called]) await secretariat.correct(`delegates/${one}`, { namedOn: '2020-12-09' }).is();
  await ends('2020-12-11').refused('substitution-after-congress', 422).refusedAt('/endsOn', 'before-start');

  const byHand = (change: string) => rowsOf(databaseUrl, `update registry.${change}`);
  const mine = `version = version + 1 where delegation_id = '${delegation.id}'`;
  await expect(byHand(`delegates set named_on = '2020-12-13', ${mine}`)).rejects.toThrow('named after the congress');
  for (const [day, why] of [
    ['2020-12-08', 'called up before the naming'],
    ['2020-12-13', 'called up after the congress'],
  ])
    await expect(byHand(`delegate_substitutions set substituted_at = '${day}', ${mine}`)).rejects.toThrow(why);
});

story('of thirty delegates named at once only those with a seat are', async ({ secretariat }) => {
  const { delegation } = await sends(secretariat, { officialSeats: 2, alternateSeats: 0 });
  const people = await Promise.all(Array.from({ length: 30 }, () => enters(secretariat)));
  const replies = await Promise.all(
    people.map((id) => secretariat.post(`delegations/${delegation.id}/delegates`, delegate(id))),
  );
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(2);
  expect(new Set(replies.map(({ problemCode }) => problemCode).filter(Boolean))).toEqual(
    new Set(['more-delegates-than-seats']),
  );
});

story(
  'no interleaving of substitutions exceeds the seats, or seats a person twice',
  async ({ secretariat, auditor }) => {
    const step = fc.record({
      out: fc.nat(4),
      in: fc.nat(4),
      hour: fc.integer({ min: 10, max: 20 }),
      undo: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const people = await Promise.all(Array.from({ length: 5 }, () => enters(secretariat)));
        const delegates = people.map((id, i) => delegate(id, i < 2 ? {} : { kind: 'alternate', alternateRank: i }));
        const seats = { officialSeats: 2, alternateSeats: 3 };
        const { congressId } = await sends(secretariat, seats, { delegates }, inDecember);
        const { items } = await auditor.get('delegates', { congressId }).is();
        await Promise.all(
          steps.map(async ({ out, in: alternate, hour, undo }) => {
            const done = await secretariat.post(`delegates/${String(items[out]?.['id'])}/substitutions`, {
              alternateId: items[alternate]?.['id'],
              substitutedAt: `2020-12-10T${hour}:00:00Z`,
              ground: 'vắng',
            });
            const substitution = done.body['replacedBy'] as { id: string } | undefined;
            if (undo && done.status === 201 && substitution) {
              await secretariat.post(`delegate-substitutions/${substitution.id}/voidings`, { reason: 'nhầm' });
            }
          }),
        );
        for (const hour of [9, 12, 15, 21]) {
          const roll = await auditor.get('delegates', {
            congressId,
            entitledAt: `2020-12-10T${String(hour).padStart(2, '0')}:30:00Z`,
          });
          const seated = roll.items.map((item) => (item['person'] as { id: string }).id);
          expect(seated.length).toBe(2);
          expect(new Set(seated).size).toBe(seated.length);
        }
      }),
      { numRuns: 6 },
    );
  },
);

story(
  'the delegations of a whole congress are entered at once, or not at all',
  async ({ secretariat, auditor, member }) => {
    const { id } = await secretariat.post('congresses', congress()).created();
    const own = (await secretariat.get('organizations', { code: 'HTX-CAST01' }).is()).items[0]?.['id'];
    const { id: other } = await entersOrganization(secretariat);
    const [first, second] = [await enters(secretariat), await enters(secretariat)];
    const item = (organizationId: unknown, personId: string): Json => ({
      organizationId: organizationId as string,
      officialSeats: 1,
      alternateSeats: 0,
      delegates: [delegate(personId)],
    });
    const batch = (...items: Json[]) => secretariat.post(`congresses/${id}/delegations/batches`, { items });
    await batch(item(own, first), item(other, first)).refusedAt('/items/1/delegates/0/personId', 'duplicate');
    await auditor.get('delegations', { congressId: id }).lists();
    await batch(item(own, first), item(other, second)).is();
    await member.get('delegations', { congressId: id }).lists({ organization: { code: 'HTX-CAST01' } });
    await member.get('delegates', { congressId: id }).lists({ person: { id: first } });
    await member.get(`congresses/${id}`).is();
  },
);

story('the report on delegations counts seats, and each line opens its delegates', async ({ secretariat, auditor }) => {
  const [an, binh] = [await enters(secretariat), await enters(secretariat)];
  const delegates = [delegate(an), delegate(binh, { kind: 'alternate', alternateRank: 1 })];
  const sent = await sends(secretariat, { officialSeats: 2, alternateSeats: 1 }, { delegates });
  const { items } = await auditor.get('delegates', { congressId: sent.congressId, kind: 'official' }).is();
  const alternate = await auditor.get('delegates', { congressId: sent.congressId, kind: 'alternate' }).is();
  await secretariat
    .post(`delegates/${String(items[0]?.['id'])}/substitutions`, {
      alternateId: alternate.items[0]?.['id'],
      substitutedAt: '2020-11-26T01:00:00Z',
      ground: 'ốm',
    })
    .created();
  const lines = async (asOf: string) => {
    const { body } = await auditor.get('reports/delegations', { asOf, from: '2020-11-27', to: '2020-11-27' }).is();
    const rows = body['rows'] as (Json & Record<'delegationId' | 'rows' | 'substitutedRows', string>)[];
    for (const { rows: link, substitutedRows, named, substituted } of rows) {
      await auditor.get(`${link}&total=true`).is({ total: named });
      await auditor.get(`${substitutedRows}&total=true`).is({ total: substituted });
    }
    return rows.filter(({ delegationId }) => delegationId === sent.delegation.id);
  };
  expect(await lines('2020-11-27')).toMatchObject([
    { kind: 'official', allotted: 2, named: 1, vacant: 1, substituted: 1 },
    { kind: 'alternate', allotted: 1, named: 1, vacant: 0, substituted: 0 },
  ]);
  expect(await lines('2020-11-25')).toMatchObject([{ named: 1, substituted: 0 }, { named: 1 }]);
  expect(await lines('2020-11-19')).toMatchObject([{ named: 0, vacant: 2 }, { named: 0 }]);
  const file = await auditor.get('reports/delegations', { format: 'csv' }).is();
  expect(file.text).toContain('Được phân bổ,Đã cử,Còn thiếu,Đã thay thế');
});

story('the list of delegates goes by name, as Vietnamese lists do', async ({ secretariat }) => {
  const names = ['Đỗ Văn Ân', 'Lê Thị Bình', 'Bùi Đức Ân', 'Nguyễn An', 'Trần Đức'];
  const delegates = [];
  for (const name of names) delegates.push(delegate(await enters(secretariat, name)));
  const { congressId } = await sends(secretariat, { officialSeats: 5, alternateSeats: 0 }, { delegates });
  const sorted = async (query: Record<string, string>) => {
    const { body } = await secretariat.get('delegates', { congressId, ...query }).is();
    const named = (body['items'] as { person: { fullName: string } }[]).map(({ person: { fullName } }) => fullName);
    return { named, next: body['next'] as string };
  };
  const { named, next } = await sorted({ sort: 'person', limit: '3' });
  expect(named).toEqual(['Nguyễn An', 'Bùi Đức Ân', 'Đỗ Văn Ân']);
  const rest = await sorted({ sort: 'person', limit: '3', cursor: next });
  expect(rest).toEqual({ named: ['Lê Thị Bình', 'Trần Đức'], next: null });
  expect((await sorted({ sort: '-person' })).named).toEqual([...named, ...rest.named].reverse());
});
