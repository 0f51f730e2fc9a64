import { admits, delegate } from '../kit/makers.js';
import { awards } from '../kit/awards.js';
import { enters, inDecember, sends } from '../kit/congress-makers.js';
import { meanwhile } from '../kit/meanwhile.js';
import type { Reply } from '../kit/reply.js';
import { story, type Stage } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** Who writes holds what a record belongs to before the record itself: nobody waits for somebody who waits for him. */

type Row = [table: string, id: unknown];

/** Somebody writes to a record while another holds what it belongs to, who then takes the record as well. */
function waitsFor({ databaseUrl }: Stage, owner: Row, record: Row, writes: () => PromiseLike<Reply>) {
  const holds = ([table, id]: Row): Row => [`select from ${table} where id = $1 for update nowait`, id];
  return meanwhile(databaseUrl, { first: [holds(owner)], then: [holds(record)] }, writes);
}

/** The only row of a table about a record. */
async function rowAbout({ databaseUrl }: Stage, table: string, column: string, id: unknown): Promise<Row> {
  const [row] = await rowsOf<{ id: string }>(databaseUrl, `select id from registry.${table} where ${column} = $1`, [
    id,
  ]);
  return [table, row?.id];
}

story('a delegate, and who was called up, are written to after the delegation', async ({ secretariat }, stage) => {
  const delegates = [
    delegate(await enters(secretariat)),
    delegate(await enters(secretariat), { kind: 'alternate', alternateRank: 1 }),
  ];
  const seats = { officialSeats: 1, alternateSeats: 1 };
  const { delegation } = await sends(secretariat, seats, { delegates }, inDecember);
  const { items } = await secretariat.get('delegates', { delegationId: delegation.id }).is();
  const [official, alternate] = ['official', 'alternate'].map((kind): Row => {
    return ['delegates', items.find((item) => item['kind'] === kind)?.['id']];
  }) as [Row, Row];
  const delegationRow: Row = ['delegations', delegation.id];
  const voids = (path: string) => () => secretariat.post(`${path}/voidings`, { reason: 'nhập nhầm' }).created();

  const called = { alternateId: alternate[1], substitutedAt: '2020-12-10T01:00:00Z', ground: 'ốm' };
  await waitsFor(stage, delegationRow, official, () =>
    secretariat.post(`delegates/${official[1]}/substitutions`, called).created(),
  );
  await waitsFor(stage, delegationRow, alternate, () =>
    secretariat.correct(`delegates/${alternate[1]}`, { basis: 'appointed' }).is(),
  );
  const call = await rowAbout(stage, 'delegate_substitutions', 'delegation_id', delegation.id);
  await waitsFor(stage, delegationRow, call, voids(`delegate-substitutions/${call[1]}`));
  await waitsFor(stage, delegationRow, alternate, voids(`delegates/${alternate[1]}`));
});

story('an award, and its revocation, are written to after the decision', async ({ secretariat }, stage) => {
  const award: Row = ['awards', await awards(secretariat)];
  const path = `awards/${award[1]}`;
  const decision: Row = ['award_decisions', ((await secretariat.get(path).is()).body['decision'] as { id: string }).id];
  const corrects = () => secretariat.correct(path, { presentedOn: '2021-01-05' }).is();
  await waitsFor(stage, decision, award, corrects);
  const revocation = { ground: 'false_declaration', decidedOn: '2021-03-01', reason: 'thu hồi' };
  await waitsFor(stage, decision, award, () => secretariat.post(`${path}/revocations`, revocation).created());

  const voids = (what: string) => () => secretariat.post(`${what}/voidings`, { reason: 'nhập nhầm' }).created();
  const [, revocationId] = await rowAbout(stage, 'award_revocations', 'award_id', award[1]);
  await waitsFor(stage, decision, award, voids(`award-revocations/${revocationId}`));
  await waitsFor(stage, decision, award, voids(path));
});

story('a suspension, and an exit, are taken back after the membership is held', async ({ secretariat }, stage) => {
  const { id } = await admits(secretariat);
  const path = `memberships/${id}`;
  const voids = (what: string) => () => secretariat.post(`${what}/voidings`, { reason: 'nhập nhầm' }).created();
  await secretariat.post(`${path}/suspensions`, { suspendedOn: '2021-01-01', reason: 'chưa đóng phí' }).created();
  const suspension = await rowAbout(stage, 'membership_suspensions', 'membership_id', id);
  await waitsFor(stage, ['memberships', id], suspension, voids(`membership-suspensions/${suspension[1]}`));
  await secretariat.post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2021-07-01' }).created();
  const exit = await rowAbout(stage, 'membership_exits', 'membership_id', id);
  await waitsFor(stage, ['memberships', id], exit, voids(`membership-exits/${exit[1]}`));
});
