import { admission, admits, entersOrganization } from '../kit/makers.js';
import { story } from '../kit/story.js';

story('an exit and a suspension entered by mistake are taken back', async (cast) => {
  const { secretariat, member, otherAlliance } = cast;
  const { id } = await entersOrganization(secretariat);
  const { id: membership } = await secretariat.post('memberships', admission(id)).created();
  const path = `memberships/${membership}`;
  const mistake = { reason: 'ghi nhầm tổ chức' };
  const suspended = await secretariat.post(`${path}/suspensions`, { suspendedOn: '2019-03-01' }).created();
  const ended = await secretariat.post(`${path}/exits`, { kind: 'expelled', endedOn: '2021-07-01' }).created();
  const exit = `membership-exits/${(ended.body['exit'] as { id: string }).id}`;
  const [{ id: rest }] = suspended.body['suspensions'] as [{ id: string }];

  await secretariat.get(exit).is({ membershipId: membership, kind: 'expelled', voidedAt: null });
  await member.get(exit).unknown();
  const suspension = `membership-suspensions/${rest}`;
  await secretariat.get(suspension).is({ membershipId: membership, suspendedOn: '2019-03-01' });
  await otherAlliance.get(suspension).unknown();
  for (const part of [exit, suspension]) await otherAlliance.post(`${part}/voidings`, mistake).unknown();
  await secretariat.post(`${exit}/voidings`, mistake).created({ voidReason: mistake.reason });
  await secretariat.get(path, { asOf: '2022-01-01' }).is({ standing: 'suspended', endedOn: null, exit: null });
  await secretariat.post(`${suspension}/voidings`, mistake).created({ voidReason: mistake.reason });
  await secretariat.get(path, { asOf: '2022-01-01' }).is({ standing: 'member', suspensions: [] });

  await secretariat.post(`${path}/exits`, { kind: 'withdrawn', endedOn: '2020-07-01' }).created();
  const again = await secretariat.post('memberships', admission(id, { admittedOn: '2021-01-01' })).created();
  const first = await secretariat.get(path).is();
  const { id: second } = first.body['exit'] as { id: string };
  await secretariat.post(`membership-exits/${second}/voidings`, mistake).refused('already-a-member', 409);
  await secretariat.get(`memberships/${again.id}`).is({ standing: 'member' });
});

story('a membership rests only while it lasts; a rest that was forgotten is entered whole', async ({ secretariat }) => {
  const { id } = await admits(secretariat, { admittedOn: '2018-05-11' });
  const path = `memberships/${id}`;
  const rests = (suspendedOn: string, resumedOn?: string) =>
    secretariat.post(`${path}/suspensions`, { suspendedOn, ...(resumedOn && { resumedOn }) });
  await rests('2018-05-10').refused('before-admission', 422);
  await rests('2020-01-01', '2020-06-01').created({ standing: 'suspended' });
  await rests('2019-01-01').refused('membership-already-suspended', 409);
  await rests('2019-06-01', '2019-01-01').refused('before-suspension', 422);
  await rests('2019-01-01', '2019-06-01').created({ standing: 'suspended' });
  await secretariat.get(path, { asOf: '2019-06-01' }).is({ standing: 'member' });

  const outside = 'suspension-outside-membership';
  await secretariat.correct(path, { admittedOn: '2019-02-01' }).refused(outside, 409);
  const leaves = (endedOn: string) => secretariat.post(`${path}/exits`, { kind: 'withdrawn', endedOn });
  await leaves('2020-03-01').refused(outside, 409);
  await leaves('2021-07-01').created({ standing: 'ended' });
  await rests('2021-07-02').refused('membership-ended', 409);
  await rests('2021-06-01', '2021-08-01').refused(outside, 409);
  await rests('2021-06-01').created({ standing: 'suspended' });
  await secretariat.post(`${path}/resumptions`, { resumedOn: '2021-07-02' }).refused(outside, 409);
  await secretariat.correct(path, { admittedOn: '2021-07-02' }).refused('admitted-after-exit', 422);
});

story('papers of one day are entered in any order', async ({ secretariat }) => {
  const rest = ['suspensions', { suspendedOn: '2021-07-01' }] as const;
  const end = ['exits', { kind: 'expelled', endedOn: '2021-07-01' }] as const;
  for (const papers of [
    [rest, end],
    [end, rest],
  ]) {
    const { id } = await admits(secretariat, { admittedOn: '2018-05-11' });
    for (const [paper, entry] of papers) await secretariat.post(`memberships/${id}/${paper}`, { ...entry }).created();
    await secretariat.get(`memberships/${id}`, { asOf: '2021-07-01' }).is({ standing: 'ended' });
  }
});
