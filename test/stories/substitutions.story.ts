import { expect } from '@jest/globals';
import fc from 'fast-check';
import { enters, inDecember, sends } from '../kit/congress-makers.js';
import { delegate } from '../kit/makers.js';
import { connected, meanwhile } from '../kit/meanwhile.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

const NOBODYS = '00000000-0000-7000-8000-000000000000';

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
  await call(official, official).refusedAt('/alternateId', 'not-an-alternate-to-call');
  await call(official, NOBODYS).refusedAt('/alternateId', 'unknown-reference');
  await otherAlliance
    .post(`delegates/${official}/substitutions`, {
      alternateId: first,
      substitutedAt: '2020-12-10T01:00:00Z',
      ground: 'x',
    })
    .unknown();
  const done = await call(official, first).created({ entitled: false, replacedBy: { delegateId: first, version: 1 } });
  await call(official, second).refused('delegate-not-entitled', 409);
  await call(first, official, '2020-12-11T01:00:00Z').refused('not-an-alternate-to-call', 409);
  await secretariat.post(`delegates/${first}/voidings`, { reason: 'nhập nhầm' }).refused('still-has-rows', 409);
  await call(first, second).refused('delegate-not-entitled', 409);
  await call(first, second, '2020-12-10T01:00:00.000001Z').created();

  const replacedOn = (day: string | null) => ({
    delegates: [{ replacedOn: day }, { replacedOn: day }, { replacedOn: null }],
  });
  await auditor.get('delegations', { congressId, asOf: '2020-12-09' }).lists(replacedOn(null));
  await auditor.get('delegations', { congressId, asOf: '2020-12-10' }).lists(replacedOn('2020-12-10'));

  const roll = (entitledAt: string) => auditor.get(`congresses/${congressId}/roll`, { entitledAt });
  await roll('2020-12-10T00:59:59Z').lists({ id: official });
  await roll('2020-12-10T01:00:00Z').lists({ id: first, calledUpFor: { delegateId: official } });
  await roll('2020-12-11T01:00:00Z').lists({ id: second });
  // Named on 20 November, which begins in Việt Nam at 17:00 of the 19th.
  await roll('2020-11-19T16:59:59Z').lists();
  await roll('2020-11-19T17:00:00Z').lists({ id: official, entitled: true });
  const onDay = (asOf: string, more = {}) => auditor.get(`congresses/${congressId}/roll`, { asOf, ...more });
  await onDay('2020-12-09').lists({ id: official });
  await onDay('2020-12-10').lists({ id: second });
  await onDay('2020-12-10', { entitledAt: '2020-12-10T00:00:00Z' }).lists({ id: official, entitled: true });
  const seated = { congressId, entitledAt: '2020-12-10T00:00:00Z', entitled: true };
  await auditor.get('delegates', seated).lists({ id: official });
  await onDay('2020-12-09', { entitledAt: '2020-12-10T00:00:00Z' }).refusedAt('/asOf', 'not-that-day');
  await auditor.get('delegates', { congressId, entitledAt: '2020-01-01T00:00:00Z', ever: true }).lists();
  await auditor.get(`congresses/${congressId}/roll`).lists({ id: second });
  await otherAlliance.get(`congresses/${congressId}/roll`).unknown();
  await auditor.get(`congresses/${congressId}/roll`, { entitled: false }).refusedAt('/entitled', 'unknown-parameter');
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
  for (const side of [official, first]) {
    const { items } = await auditor.get(`delegates/${side}/history`).is();
    const writes = items.filter(({ recordId }) => recordId === substitution);
    expect(writes).toMatchObject([{ action: 'insert' }, { action: 'void', reason: withdrawn.reason }]);
  }
});

story('on the day itself the roll is that of now, or of the end of the day', async ({ secretariat, auditor }) => {
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const [personId, other] = [await enters(secretariat), await enters(secretariat)];
  const alternate = delegate(other, { kind: 'alternate', alternateRank: 1 });
  const delegates = [delegate(personId), alternate];
  const seats = { officialSeats: 1, alternateSeats: 1 };
  const { congressId } = await sends(secretariat, seats, { delegates }, { startsOn: today, endsOn: today });
  const list = { congressId, asOf: today };
  const [official] = (await auditor.get('delegates', { ...list, kind: 'official' }).is()).items;
  const [waiting] = (await auditor.get('delegates', { ...list, kind: 'alternate' }).is()).items;
  const late = { alternateId: waiting?.['id'], substitutedAt: `${today}T23:59:59.999999+07:00`, ground: 'về sớm' };
  await secretariat.post(`delegates/${official?.['id']}/substitutions`, late).created();
  const roll = `congresses/${congressId}/roll`;
  await auditor.get(roll).lists({ id: official?.['id'], entitled: true });
  await auditor.get(roll, { asOf: today }).lists({ id: waiting?.['id'], entitled: true });
});

story('who is called up after midnight in Việt Nam is so from that day on', async ({ secretariat, auditor }) => {
  const alternate = { kind: 'alternate', alternateRank: 1 };
  const delegates = [delegate(await enters(secretariat)), delegate(await enters(secretariat), alternate)];
  const sent = await sends(secretariat, { officialSeats: 1, alternateSeats: 1 }, { delegates }, inDecember);
  const { congressId } = sent;
  const list = await auditor.get('delegates', { congressId }).is();
  const idOf = (kind: string) => String(list.items.find((item) => item['kind'] === kind)?.['id']);
  const [official, called] = [idOf('official'), idOf('alternate')];
  const night = { alternateId: called, substitutedAt: '2020-12-11T00:30:00+07:00', ground: 'ốm' };
  await secretariat.post(`delegates/${official}/substitutions`, night).created();
  const kind = { kind: 'official', alternateRank: null };
  await secretariat.correct(`delegates/${called}`, kind).refused('still-has-rows', 409);
  for (const [asOf, seated, replacedOn, substituted] of [
    ['2020-12-10', official, null, 0],
    ['2020-12-11', called, '2020-12-11', 1],
  ] as const) {
    await auditor.get(`congresses/${congressId}/roll`, { asOf }).lists({ id: seated });
    await auditor.get('delegations', { congressId, asOf }).lists({ delegates: [{ replacedOn }, { replacedOn: null }] });
    const { body } = await auditor.get('reports/delegations', { asOf, from: '2020-12-10', to: '2020-12-10' }).is();
    expect(body['rows']).toContainEqual(
      expect.objectContaining({ delegationId: sent.delegation.id, kind: 'official', substituted }),
    );
  }
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
  const early = await call('2020-12-08T17:00:00Z').created();
  const { id: mistaken } = early.body['replacedBy'] as { id: string };
  await secretariat.post(`delegate-substitutions/${mistaken}/voidings`, { reason: 'ghi nhầm ngày' }).created();
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

story('a congress ends before a substitution only where that was a mistake', async ({ secretariat }) => {
  const delegates = [delegate(await enters(secretariat))];
  const seats = { officialSeats: 1, alternateSeats: 0 };
  const { congressId } = await sends(secretariat, seats, { delegates }, inDecember);
  const [official] = (await secretariat.get('delegates', { congressId }).is()).items;
  const entry = { substitutedAt: '2020-12-12T01:00:00Z', ground: 'ốm' };
  const left = await secretariat.post(`delegates/${String(official?.['id'])}/substitutions`, entry).created();
  const shorter = { endsOn: '2020-12-11' };
  await secretariat.correct(`congresses/${congressId}`, shorter).refused('substitution-after-congress', 422);
  const { id } = left.body['vacancy'] as { id: string };
  await secretariat.post(`delegate-substitutions/${id}/voidings`, { reason: 'nhập nhầm' }).created();
  await secretariat.correct(`congresses/${congressId}`, shorter).is(shorter);
});

story('whoever calls up an alternate at a console waits for a naming that is being corrected', async (cast, stage) => {
  const { secretariat } = cast;
  const { databaseUrl } = stage;
  const delegates = [
    delegate(await enters(secretariat)),
    delegate(await enters(secretariat), { kind: 'alternate', alternateRank: 1 }),
  ];
  const { delegation } = await sends(secretariat, { officialSeats: 1, alternateSeats: 1 }, { delegates }, inDecember);
  const later = `update delegates set named_on = '2020-12-12', version = version + 1 where delegation_id = $1`;
  const called = `insert into delegate_substitutions (id, alliance_id, delegation_id, delegate_id, alternate_id, substituted_at, ground)
    select gen_random_uuid(), o.alliance_id, o.delegation_id, o.id, a.id, '2020-12-10T01:00:00Z', 'ốm' from delegates o
    join delegates a on a.delegation_id = o.delegation_id and a.kind = 'alternate'
    where o.delegation_id = $1 and o.kind = 'official'`;
  const console = await connected(databaseUrl);
  try {
    const calls = () => expect(console.query(called, [delegation.id])).rejects.toThrow('called up before the naming');
    await meanwhile(databaseUrl, { first: [[later, delegation.id]] }, calls);
  } finally {
    await console.end();
  }
});
