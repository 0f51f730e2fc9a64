import { expect } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { enters, inDecember, sends } from '../kit/congress-makers.js';
import { delegate } from '../kit/makers.js';
import type { Json, Reply } from '../kit/reply.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

const entersFour = (by: Client) => Promise.all([enters(by), enters(by), enters(by), enters(by)]);

story('a delegate dies with no alternate left, and the seat is empty until one is called up', async (cast) => {
  const { secretariat, auditor, otherAlliance } = cast;
  const [an, binh] = [await enters(secretariat), await enters(secretariat)];
  const seats = { officialSeats: 2, alternateSeats: 1 };
  const delegates = [delegate(an), delegate(await enters(secretariat))];
  const { congressId, delegation } = await sends(secretariat, seats, { delegates }, inDecember);
  const { items } = await auditor.get('delegates', { congressId }).is();
  const official = String(items.find((item) => (item['person'] as { id: string }).id === an)?.['id']);
  const leaves = (id: string, at: string, more: Json = {}) =>
    secretariat.post(`delegates/${id}/substitutions`, { substitutedAt: at, ground: 'từ trần', ...more });

  await leaves(official, '2020-11-19T00:00:00Z').refused('substitution-before-naming', 422);
  const left = await leaves(official, '2020-12-10T01:00:00Z').created({
    entitled: false,
    replacedBy: null,
    vacancy: { since: '2020-12-10T01:00:00.000000Z', ground: 'từ trần' },
  });
  await leaves(official, '2020-12-11T01:00:00Z').refused('delegate-not-entitled', 409);
  const roll = async (entitledAt: string) =>
    (await auditor.get(`congresses/${congressId}/roll`, { entitledAt }).is()).items.map(({ id }) => id);
  expect(await roll('2020-12-10T00:59:59Z')).toHaveLength(2);
  expect(await roll('2020-12-10T01:00:00Z')).not.toContain(official);
  const counted = async (asOf: string) => {
    const { body } = await auditor.get('reports/delegations', { asOf }).is();
    const rows = body['rows'] as Json[];
    return rows.find(({ delegationId, kind }) => delegationId === delegation.id && kind === 'official');
  };
  expect(await counted('2020-12-09')).toMatchObject({ named: 2, vacant: 0, vacated: 0, entitled: 2 });
  const after = await counted('2020-12-10');
  expect(after).toMatchObject({ named: 2, vacant: 1, substituted: 0, vacated: 1, entitled: 1 });
  await auditor.ask({ method: 'GET', path: String(after?.['vacatedRows']), headers: {} }).lists({ id: official });
  await auditor.get('delegates', { congressId, vacated: false, asOf: '2020-12-10' }).lists({ entitled: true });

  const alternate = delegate(binh, { kind: 'alternate', alternateRank: 1 });
  const { id: waiting } = await secretariat.post(`delegations/${delegation.id}/delegates`, alternate).created();
  await leaves(official, '2020-12-10T00:00:00Z', { alternateId: waiting })
    .refused('substitution-before-empty', 422)
    .refusedAt('/substitutedAt', 'before-start');
  const called = await leaves(official, '2020-12-11T01:00:00Z', { alternateId: waiting, ground: 'thay' }).created({
    replacedBy: { delegateId: waiting },
    vacancy: { since: '2020-12-10T01:00:00.000000Z' },
  });
  expect(await roll('2020-12-10T23:00:00Z')).toHaveLength(1);
  expect(await roll('2020-12-11T01:00:00Z')).toContain(waiting);
  await auditor.get('delegations', { congressId, asOf: '2020-12-11' }).lists({
    delegates: expect.arrayContaining([
      expect.objectContaining({ id: official, vacatedOn: '2020-12-10', replacedOn: '2020-12-11' }),
    ]),
  });
  expect(await counted('2020-12-11')).toMatchObject({ named: 2, vacant: 0, substituted: 1, vacated: 0, entitled: 1 });

  await leaves(waiting, '2020-12-11T01:00:00Z').refused('delegate-not-entitled', 409);
  await leaves(waiting, '2020-12-11T02:00:00Z', { ground: 'ốm nặng' }).created({ entitled: false });
  const of = (reply: Reply, name: string) => (reply.body[name] as { id: string }).id;
  const undo = (id: string, by = secretariat) => by.post(`delegate-substitutions/${id}/voidings`, { reason: 'nhầm' });
  await undo(of(called, 'replacedBy')).created({ replacedBy: null, vacancy: { ground: 'từ trần' } });
  await undo(of(left, 'vacancy'), otherAlliance).unknown();
  await undo(of(left, 'vacancy')).created({ vacancy: null, entitled: true });
});

story('an alternate who withdrew while waiting is not called up, neither by hand', async ({ secretariat }, stage) => {
  const delegates = [
    delegate(await enters(secretariat)),
    delegate(await enters(secretariat), { kind: 'alternate', alternateRank: 1 }),
  ];
  const sent = await sends(secretariat, { officialSeats: 1, alternateSeats: 1 }, { delegates }, inDecember);
  const one = async (kind: string) => {
    const { items } = await secretariat.get('delegates', { congressId: sent.congressId, kind }).is();
    return String(items[0]?.['id']);
  };
  const [official, alternate] = [await one('official'), await one('alternate')];
  const call = (id: string, hour: number, more: Json = {}) =>
    secretariat.post(`delegates/${id}/substitutions`, {
      substitutedAt: `2020-12-10T0${hour}:00:00Z`,
      ground: 'xin rút',
      ...more,
    });
  await call(alternate, 2).created({ entitled: false, vacancy: { ground: 'xin rút' } });
  await call(official, 2, { alternateId: alternate }).refusedAt('/alternateId', 'not-an-alternate-to-call');
  await call(official, 1, { alternateId: alternate }).created({ replacedBy: { delegateId: alternate } });
  await call(official, 2).refused('delegate-not-entitled', 409);
  await call(official, 0).created({ replacedBy: { delegateId: alternate }, vacancy: { ground: 'xin rút' } });

  const moved = (whose: string, hour: number) =>
    rowsOf(
      stage.databaseUrl,
      `update registry.delegate_substitutions set substituted_at = '2020-12-10T0${hour}:00:00Z', version = version + 1
       where delegate_id = $1`,
      [whose],
    );
  await expect(moved(official, 2)).rejects.toThrow('the alternate has left');
  await expect(moved(alternate, 1)).rejects.toThrow('the alternate has left');
});

story('an alternate takes a seat at the very instant at which it falls empty', async ({ secretariat, auditor }) => {
  const alternate = { kind: 'alternate', alternateRank: 1 };
  const delegates = [delegate(await enters(secretariat)), delegate(await enters(secretariat), alternate)];
  const { congressId } = await sends(secretariat, { officialSeats: 1, alternateSeats: 1 }, { delegates }, inDecember);
  const idOf = async (kind: string) =>
    String((await auditor.get('delegates', { congressId, kind }).is()).items[0]?.['id']);
  const [official, waiting] = [await idOf('official'), await idOf('alternate')];
  const leaves = (more: Json = {}) =>
    secretariat.post(`delegates/${official}/substitutions`, {
      substitutedAt: '2020-12-10T01:00:00Z',
      ground: 'ốm',
      ...more,
    });
  await leaves().created({ entitled: false, replacedBy: null });
  await leaves({ alternateId: waiting }).created({ replacedBy: { delegateId: waiting } });
  await auditor.get(`congresses/${congressId}/roll`, { entitledAt: '2020-12-10T01:00:00Z' }).lists({ id: waiting });
});

story(
  'another is named to a seat that was left to nobody, and the seats stay as they were allotted',
  async (cast, stage) => {
    const { secretariat, auditor } = cast;
    const [an, binh, chi, dung] = await entersFour(secretariat);
    const alternate = (alternateRank: number) => ({ kind: 'alternate', alternateRank });
    const delegates = [delegate(an), delegate(binh, alternate(1))];
    const sent = await sends(secretariat, { officialSeats: 1, alternateSeats: 1 }, { delegates }, inDecember);
    const { congressId, delegation } = sent;
    const names = (personId: string, more: Json = {}) =>
      secretariat.post(
        `delegations/${delegation.id}/delegates`,
        delegate(personId, { namedOn: '2020-12-08', ...more }),
      );
    const idOf = async (personId: string) =>
      String((await auditor.get('delegates', { congressId, personId, asOf: '2020-12-31' }).is()).items[0]?.['id']);
    const leaves = (id: string, at: string, more: Json = {}) =>
      secretariat.post(`delegates/${id}/substitutions`, { substitutedAt: at, ground: 'xin rút', ...more });
    await names(chi).refused('more-delegates-than-seats', 409);
    const left = await leaves(await idOf(an), '2020-12-06T01:00:00Z').created();
    await names(chi, { namedOn: '2020-12-05' }).refused('more-delegates-than-seats', 409);
    const { id: filled } = await names(chi, { namedOn: '2020-12-06' }).created({ entitled: true });
    await names(dung).refused('more-delegates-than-seats', 409);
    await secretariat
      .correct(`delegates/${filled}`, { namedOn: '2020-12-04' })
      .refused('more-delegates-than-seats', 409);
    await secretariat
      .correct(`delegations/${delegation.id}`, { officialSeats: 0 })
      .refused('more-delegates-than-seats', 409);
    await secretariat.correct(`delegations/${delegation.id}`, { officialSeats: 1, alternateSeats: 1 }).is();

    // Whose seat another has is not given away once more, nor back.
    await leaves(await idOf(an), '2020-12-07T01:00:00Z', { alternateId: await idOf(binh) }).refused(
      'more-delegates-than-seats',
      409,
    );
    const { id: vacancy } = left.body['vacancy'] as { id: string };
    await secretariat
      .post(`delegate-substitutions/${vacancy}/voidings`, { reason: 'nhầm' })
      .refused('more-delegates-than-seats', 409);

    await leaves(await idOf(binh), '2020-12-07T01:00:00Z').created();
    await names(dung, alternate(1)).refusedAt('/alternateRank', 'alternate-rank-taken');
    await names(dung, alternate(2)).created();
    await auditor.get(`congresses/${congressId}/roll`, { entitledAt: '2020-12-06T02:00:00Z' }).lists({ id: filled });
    const { body } = await auditor.get('reports/delegations', { asOf: '2020-12-08' }).is();
    const rows = (body['rows'] as Json[]).filter(({ delegationId }) => delegationId === delegation.id);
    expect(rows).toMatchObject([
      { kind: 'official', allotted: 1, named: 2, vacant: 0, vacated: 1, entitled: 1 },
      { kind: 'alternate', allotted: 1, named: 2, vacant: 0, vacated: 1, entitled: 0 },
    ]);

    const early = `update registry.delegates set named_on = '2020-12-04', version = version + 1 where id = $1`;
    await expect(rowsOf(stage.databaseUrl, early, [filled])).rejects.toThrow('more delegates than seats');
  },
);

story('an alternate who was called up and leaves has left the seat of an official', async (cast, stage) => {
  const { secretariat, auditor } = cast;
  const [an, binh, chi, dung] = await entersFour(secretariat);
  const alternate = (alternateRank: number) => ({ kind: 'alternate', alternateRank });
  const delegates = [delegate(an), delegate(binh, alternate(1)), delegate(chi, alternate(2))];
  const seats = { officialSeats: 1, alternateSeats: 2 };
  const { congressId, delegation } = await sends(secretariat, seats, { delegates }, inDecember);
  const idOf = async (personId: string) =>
    String((await auditor.get('delegates', { congressId, personId, asOf: '2020-12-31' }).is()).items[0]?.['id']);
  const [official, first, second] = [await idOf(an), await idOf(binh), await idOf(chi)];
  const leaves = (id: string, substitutedAt: string, more: Json = {}) =>
    secretariat.post(`delegates/${id}/substitutions`, { substitutedAt, ground: 'ốm', ...more });
  const names = (more: Json) =>
    secretariat.post(`delegations/${delegation.id}/delegates`, delegate(dung, { namedOn: '2020-12-08', ...more }));
  const lines = async () => {
    const { body } = await auditor.get('reports/delegations', { asOf: '2020-12-09' }).is();
    return (body['rows'] as Json[]).filter(({ delegationId }) => delegationId === delegation.id);
  };
  await leaves(official, '2020-12-06T01:00:00Z', { alternateId: first }).created();
  await leaves(first, '2020-12-07T01:00:00Z').created();
  expect(await lines()).toMatchObject([
    { kind: 'official', named: 1, vacant: 1, substituted: 1, vacated: 0, entitled: 0 },
    { kind: 'alternate', named: 2, vacant: 0, vacated: 1, entitled: 0 },
  ]);
  await names(alternate(3)).refused('more-delegates-than-seats', 409);
  const { id } = await names({}).created({ entitled: true });
  expect(await lines()).toMatchObject([{ named: 2, vacant: 0, entitled: 1 }, { vacant: 0 }]);
  const calls = () => leaves(first, '2020-12-08T01:00:00Z', { alternateId: second });
  await calls().refused('more-delegates-than-seats', 409);
  const early = `update registry.delegates set named_on = '2020-12-06', version = version + 1 where id = $1`;
  await expect(rowsOf(stage.databaseUrl, early, [id])).rejects.toThrow('more delegates than seats');

  await secretariat.post(`delegates/${id}/voidings`, { reason: 'nhầm' }).created();
  await calls().created();
  expect(await lines()).toMatchObject([
    { vacant: 0, entitled: 0 },
    { vacant: 0, substituted: 1, entitled: 1 },
  ]);
});

story(
  'who is named on the day on which a seat is left comes to it when it is free',
  async ({ secretariat, auditor }) => {
    const seats = { officialSeats: 1, alternateSeats: 1 };
    const delegates = [delegate(await enters(secretariat))];
    const { congressId, delegation } = await sends(secretariat, seats, { delegates }, inDecember);
    const [{ id: first } = { id: '' }] = (await auditor.get('delegates', { congressId }).is()).items;
    const elected = delegate(await enters(secretariat), { namedOn: '2020-12-10' });
    const names = () => secretariat.post(`delegations/${delegation.id}/delegates`, elected);
    await names().refused('more-delegates-than-seats', 409);
    const leaves = { substitutedAt: '2020-12-10T16:00:00Z', ground: 'xin rút' }; // 23:00 in Việt Nam
    await secretariat.post(`delegates/${String(first)}/substitutions`, leaves).created();
    const { id: second } = await names().created({ entitled: true });
    const sick = (at: string) =>
      secretariat.post(`delegates/${second}/substitutions`, { substitutedAt: `2020-12-10T${at}Z`, ground: 'ốm' });
    await sick('15:59:59').refused('delegate-not-entitled', 409);
    const roll = async (when: Json) =>
      (await auditor.get(`congresses/${congressId}/roll`, when as Record<string, string>).is()).items.map(
        ({ id }) => id,
      );
    expect(await roll({ entitledAt: '2020-12-10T03:00:00Z' })).toEqual([first]);
    expect(await roll({ entitledAt: '2020-12-10T15:59:59Z' })).toEqual([first]);
    expect(await roll({ entitledAt: '2020-12-10T16:00:00Z' })).toEqual([second]);
    expect(await roll({ asOf: '2020-12-10' })).toEqual([second]);
    expect(await roll({ entitledAt: '2020-12-11T03:00:00Z' })).toEqual([second]);
    await sick('16:00:00').created({ entitled: false }); // at the very instant from which the seat is theirs
    expect(await roll({ entitledAt: '2020-12-10T16:00:00Z' })).toEqual([]);
  },
);

story('whatever is corrected or taken back, the roll of no instant has two for one seat', async ({ secretariat }) => {
  const seats = { officialSeats: 2, alternateSeats: 1 };
  const named = (personId: string, namedOn: string) => delegate(personId, { namedOn });
  const people = await entersFour(secretariat);
  const days = { startsOn: '2020-12-10', endsOn: '2020-12-13' };
  const { congressId, delegation } = await sends(secretariat, seats, {}, days);
  const names = async (entry: Json) =>
    (await secretariat.post(`delegations/${delegation.id}/delegates`, entry).created()).id;
  const substitutes = (id: string, at: string, alternateId?: string) =>
    secretariat.post(`delegates/${id}/substitutions`, {
      substitutedAt: `2020-12-${at}+07:00`,
      ground: 'ốm',
      alternateId,
    });

  const first = await names(named(String(people[0]), '2020-12-10'));
  const gone = await names(named(String(people[1]), '2020-12-10'));
  const { body } = await substitutes(gone, '10T20:00:00').created();
  const second = await names(named(String(people[2]), '2020-12-11'));
  const waiting = await names({ ...named(String(people[3]), '2020-12-10'), kind: 'alternate', alternateRank: 1 });
  await substitutes(second, '11T07:00:00', waiting).created();
  await substitutes(first, '11T18:00:00').created();
  const roll = secretariat.get(`congresses/${congressId}/roll`, {
    entitledAt: '2020-12-11T07:30:00+07:00',
    total: true,
  });
  await roll.is({ total: 2 });

  const taken = { officialSeats: 1, officials: 2 };
  await secretariat
    .correct(`delegations/${delegation.id}`, { officialSeats: 1 })
    .refused('more-delegates-than-seats', 409)
    .refusedAt('/officialSeats', 'more-delegates-than-seats')
    .then(({ body: told }) => expect(told).toMatchObject({ errors: [{ params: taken }] }));
  const { id: leaving } = body['vacancy'] as { id: string };
  await secretariat
    .post(`delegate-substitutions/${leaving}/voidings`, { reason: 'nhầm' })
    .refused('more-delegates-than-seats', 409);
  const written = secretariat.get(`delegations/${delegation.id}/history`, { table: 'delegate_substitutions' });
  expect((await written.is()).items.map(({ action }) => action)).toEqual(['insert', 'insert', 'insert']);
  await secretariat.correct(`delegates/${waiting}`, { alternateRank: 2 }).is();
  const moved = secretariat.correct(`delegates/${first}`, { namedOn: '2020-12-11' });
  await moved.is(); // named after the one called up for, and so comes to a seat after them
});
