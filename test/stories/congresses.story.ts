import { expect } from '@jest/globals';
import { foundsBelow } from '../kit/accounts.js';
import { enters, ownAlliance, sends } from '../kit/congress-makers.js';
import { congress, delegate, entersOrganization, person } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

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
  await name(delegate(second))
    .refused('more-delegates-than-seats', 409)
    .refusedAt('/kind', 'more-delegates-than-seats');
  await name(delegate(first, { kind: 'alternate', alternateRank: 1 })).refused('already-a-delegate', 409);
  await name(delegate(second, { kind: 'alternate' })).refused('rank-of-alternates-only', 422);
  const alternate = await name(delegate(second, { kind: 'alternate', alternateRank: 1 })).created({ entitled: false });
  await secretariat.correct(path, { alternateSeats: 0 }).refusedAt('/alternateSeats', 'more-delegates-than-seats');
  await secretariat.correct(path, { alternateSeats: 2 }).is({ alternateSeats: 2 });
  const third = await enters(secretariat);
  await name(delegate(third, { kind: 'alternate', alternateRank: 1 })).refused('alternate-rank-taken', 409);
  await secretariat.correct(`delegates/${alternate.id}`, { basis: 'nominated' }).is({ basis: 'nominated' });

  await auditor.get(`congresses/${id}`).is({ ordinal: 6, officials: 1, alternates: 1 });
  for (const motto of ['Hợp tác – đổi mới – phát triển – hiệu quả', 'HỢP TÁC - ĐỔI MỚI - PHÁT TRIỂN - HIỆU QUẢ'])
    await auditor.get('congresses', { motto }).lists({ id });
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
  await auditor.get(`congresses/${id}`).is({ officials: 1, alternates: 0 });
});

story('what was entered by mistake is taken back, from the last to the first', async ({ secretariat }) => {
  const { congressId, delegation } = await sends(secretariat, { officialSeats: 3, alternateSeats: 0 });
  await secretariat.correct(`congresses/${congressId}`, { venue: 'Cung Văn hóa' }).is({ venue: 'Cung Văn hóa' });
  const takesBack = (path: string) => secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' });
  await takesBack(`congresses/${congressId}`).refused('still-has-rows', 409);
  await takesBack(`delegations/${delegation.id}`).created({ voidReason: 'nhập nhầm' });
  await secretariat.get('delegations', { congressId }).lists();
  await takesBack(`congresses/${congressId}`).created({ voidReason: 'nhập nhầm' });
});

story('a congress more than a term after the one before is warned of', async ({ secretariat }) => {
  const enters = (ordinal: number, startsOn: string, level = 'national') =>
    secretariat.post('congresses', congress({ ordinal, startsOn, level, endsOn: startsOn }));
  await enters(1, '2013-05-10').created({ warnings: [] });
  await enters(2, '2020-12-25').created({ warnings: [] });
  await enters(3, '2025-12-25').created({ warnings: [] });
  await enters(4, '2031-01-10').created({ warnings: ['congress_too_late'] });
  await enters(99, '2036-01-10', 'provincial').created({ warnings: ['congress_too_late'] });
});

story('an alliance that was merged counts its congresses anew', async ({ otherAlliance: secretariat }) => {
  const enters = (ordinal: number, startsOn: string, termName: string) =>
    secretariat.post('congresses', congress({ ordinal, startsOn, termName }));
  const before = [
    await enters(51, '1995-05-10', '1995–2000').created({ warnings: [] }),
    await enters(52, '2000-05-09', '2000–2005').created({ warnings: [] }),
  ];
  for (const sameTerm of ['1995-2000', '1995 – 2000'])
    await enters(51, '1996-05-10', sameTerm).refusedAt('/ordinal', 'congress-already-recorded');
  const { id: twice } = await enters(51, '1996-05-10', '1996–2001').created({ warnings: ['congress_out_of_order'] });
  await secretariat.get('congresses', { warning: 'congress_out_of_order' }).lists({}, {});
  await secretariat.post(`congresses/${twice}/voidings`, { reason: 'ghi hai lần' }).created();
  await enters(1, '2005-05-08', '2005–2010').created({ warnings: [] });
  await enters(2, '2010-05-07', '2010–2015').created({ warnings: [] });
  for (const { id } of before) await secretariat.get(`congresses/${id}`).is({ warnings: [] });
  await enters(1, '2015-05-06', '2015–2020').created({ warnings: [] });
});

story('an extraordinary congress has no number, and opens no term', async ({ secretariat }) => {
  const { ordinal: _, ...extraordinary } = congress({
    level: 'national',
    startsOn: '2063-03-01',
    termName: '2060–2065',
  });
  await secretariat.post('congresses', congress({ level: 'national', ordinal: 60, startsOn: '2060-10-01' })).created();
  const { id } = await secretariat.post('congresses', extraordinary).created({ ordinal: null, warnings: [] });
  await secretariat.post('congresses', extraordinary).refusedAt('/startsOn', 'extraordinary-congress-already-recorded');
  await secretariat.post('congresses', { ...extraordinary, level: 'provincial' }).created(); // another one
  await secretariat.correct(`congresses/${id}`, { venue: 'Hà Nội' }).is({ ordinal: null });
  const { ordinal: __, ...forgotten } = congress({ level: 'national', startsOn: '2060-10-01' });
  const at = await secretariat.post('congresses', forgotten).created({ warnings: ['congress_at_once'] });
  await secretariat.post(`congresses/${at.id}/voidings`, { reason: 'quên ghi lần thứ' }).created();
  const late = { level: 'national', ordinal: 61, startsOn: '2066-10-01', termName: '2065–2070' };
  await secretariat.post('congresses', congress(late)).created({ warnings: ['congress_too_late'] });
});

story('of thirty delegates named at once only those with a seat are (ASVS 2.3.2, 2.3.4)', async ({ secretariat }) => {
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
  'the delegations of a whole congress are entered at once, or not at all (ASVS 2.3.3)',
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
    await batch(item(own, first), item(own, second)).refusedAt('/items/1/organizationId', 'duplicate');
    await batch(item(own, first), { ...item(other, second), organizationId: null }).refusedAt(
      '/items/1/organizationId',
      'delegation-has-one-sender',
    );
    await batch(item(own, first), { ...item(other, second), officialSeats: 0 }).refusedAt(
      '/items/1/delegates',
      'more-delegates-than-seats',
    );
    await auditor.get('delegations', { congressId: id }).lists();
    await batch(item(own, first), item(other, second)).is();
    await member.get('delegations', { congressId: id }).lists({ organization: { code: 'HTX-CAST01' } });
    await member.get('delegates', { congressId: id }).lists({ person: { id: first } });
    await member.get(`congresses/${id}`).is();
    const { items } = await auditor.get('delegates', { congressId: id, personId: first }).is();
    const [{ id: named, delegationId } = {}] = items;
    for (const part of [`delegates/${named as string}`, `delegations/${delegationId as string}`])
      await secretariat.post(`${part}/voidings`, { reason: 'nhập nhầm' }).created();
    await member.get(`congresses/${id}`).unknown(); // nothing of it is the member's any more
  },
);

story('a member whose delegate the alliance sends sees who that is, and to which congress', async (cast) => {
  const { secretariat, auditor, member } = cast;
  const own = String((await secretariat.get('organizations', { code: 'HTX-CAST01' }).is()).items[0]?.['id']);
  const { id: other } = await entersOrganization(secretariat);
  const delegates = [
    delegate(await enters(secretariat), { organizationId: own }),
    delegate(await enters(secretariat), { organizationId: other }),
  ];
  const seats = { officialSeats: 2, alternateSeats: 0 };
  const { congressId } = await sends(secretariat, seats, { delegates }, { level: 'national', ordinal: 7 });
  const { items } = await auditor.get('delegates', { congressId, organizationId: own }).is();
  const [{ id, delegationId, sentBy } = {}] = items;
  expect(sentBy).toMatch(/^Liên minh/);
  await member.get('delegates', { congressId }).lists({ id, sentBy });
  await member.get(`congresses/${congressId}`).is();
  await member.get(`delegations/${String(delegationId)}`).is({ officialSeats: 2, delegates: [{ id }] });
});

story('delegates whom an alliance above names to a congress below are that congress’s', async (cast) => {
  const { administrator, secretariat, anonymous } = cast;
  const [parentId, person] = [await ownAlliance(secretariat), await enters(secretariat)];
  const { allianceId, clerk } = await foundsBelow(administrator, anonymous, parentId, 'HP-DS');
  const { id } = await clerk.post('congresses', congress()).created();
  const sent = { sendingAllianceId: allianceId, officialSeats: 1, alternateSeats: 0, delegates: [delegate(person)] };
  await secretariat.post(`congresses/${id}/delegations`, sent).created();
  await clerk.get('delegates', { congressId: id }).lists({ kind: 'official' });
});

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
  expect(await lines('2020-11-26')).toMatchObject([{ named: 1, substituted: 1 }, { named: 1 }]);
  expect(await lines('2020-11-25')).toMatchObject([{ named: 1, substituted: 0 }, { named: 1 }]);
  expect(await lines('2020-11-19')).toMatchObject([{ named: 0, vacant: 2 }, { named: 0 }]);
  expect(await lines('2020-11-20')).toMatchObject([{ named: 1, vacant: 1 }, { named: 1 }]);
  const { id: mistaken } = (await auditor.get(`delegates/${String(items[0]?.['id'])}`).is()).body['replacedBy'] as {
    id: string;
  };
  await secretariat.post(`delegate-substitutions/${mistaken}/voidings`, { reason: 'ghi nhầm' }).created();
  expect(await lines('2020-11-27')).toMatchObject([{ named: 1, substituted: 0 }, { named: 1 }]);
  const file = await auditor.get('reports/delegations', { format: 'csv' }).is();
  expect(file.text).toContain('Được phân bổ,Đã cử,Còn thiếu,Đã thay thế');
});

story('a delegation tells its delegates by rank, of those named by the day', async ({ secretariat, auditor }) => {
  const ranked = async (alternateRank: number, namedOn: string) =>
    delegate(await enters(secretariat), { kind: 'alternate', alternateRank, namedOn });
  const delegates = [
    await ranked(10, '2020-11-20'),
    await ranked(2, '2020-11-21'),
    delegate(await enters(secretariat), { namedOn: '2020-11-20' }),
  ];
  const { congressId } = await sends(secretariat, { officialSeats: 1, alternateSeats: 2 }, { delegates });
  const named = (...ranks: (number | null)[]) => ranks.map((alternateRank) => ({ alternateRank }));
  const asOf = (day: string) => auditor.get('delegations', { congressId, asOf: day });
  await asOf('2020-11-19').lists({ delegates: [] });
  await asOf('2020-11-20').lists({ delegates: named(null, 10) });
  await asOf('2020-11-21').lists({ delegates: named(null, 2, 10) });
  await auditor.get('delegates', { congressId, sort: 'sentBy' }).lists(...named(null, 2, 10));
  for (const list of ['delegations', 'delegates']) {
    const of = { congressId, asOf: '2020-11-27', limit: 1 };
    const listed = async (bounds: Record<string, string>) =>
      (await auditor.get(list, { ...of, ...bounds }).is()).items.length;
    expect([list, await listed({ congressFrom: '2020-11-27', congressTo: '2020-11-27' })]).toEqual([list, 1]);
    expect([list, await listed({ congressTo: '2020-11-26' })]).toEqual([list, 0]);
    expect([list, await listed({ congressFrom: '2020-11-28' })]).toEqual([list, 0]);
  }
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

story('the largest delegation that may be sent is sent, with all its delegates at once', async ({ secretariat }) => {
  const { id } = await secretariat.post('congresses', congress()).created();
  const sends = async (count: number) => {
    const { id: organizationId } = await entersOrganization(secretariat);
    const { body } = await secretariat
      .post('people/batches', { items: Array.from({ length: count }, () => person()) })
      .is();
    const delegates = (body['ids'] as string[]).map((personId) => delegate(personId, { organizationId }));
    const entry = { organizationId, officialSeats: count, alternateSeats: 0, delegates };
    await secretariat.post(`congresses/${id}/delegations`, entry).created();
  };
  await sends(10); // PostgreSQL plans for so few, and must not go on as if they were few
  await sends(500);
  await sends(500);
  await secretariat.get(`congresses/${id}`).is({ officials: 1_010 });
});
