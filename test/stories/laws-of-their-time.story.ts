import { expect } from '@jest/globals';
import { admits, entersOrganization, person, position } from '../kit/makers.js';
import { story } from '../kit/story.js';

/** The laws on cooperatives of 1996, 2003, 2012 and 2023, and what each asks. */

story('who manages does not control, nor keep the books: pointed out by the law of the day', async (cast) => {
  const { secretariat } = cast;
  const both = async (kind: string, one: string, other: string) => {
    const { id } = await entersOrganization(secretariat, { kind, on: '2010-01-01' });
    const { id: personId } = await secretariat.post('people', person()).created();
    const holds = (held: string) =>
      secretariat.post('positions', position(personId, id, { position: held, validFrom: '2012-01-01' })).created();
    await holds(other);
    const { id: held } = await holds(one);
    const on = async (asOf: string) => (await secretariat.get(`positions/${held}`, { asOf }).is()).body['warnings'];
    return [await on('2013-06-30'), await on('2013-07-01'), await on('2024-07-01')];
  };
  const excluded = ['incompatible_positions'];
  expect(await both('cooperative', 'board_chair', 'supervisor')).toEqual([[], excluded, excluded]);
  expect(await both('cooperative', 'supervisory_head', 'deputy_board_chair')).toEqual([[], excluded, excluded]);
  expect(await both('peoples_credit_fund', 'board_member', 'treasurer')).toEqual([[], excluded, []]);
  expect(await both('cooperative_union', 'supervisor', 'chief_accountant')).toEqual([[], excluded, excluded]);
  expect(await both('cooperative', 'board_chair', 'director')).toEqual([[], [], []]);
  expect(await both('enterprise', 'board_chair', 'supervisor')).toEqual([[], [], []]);
});

story('no organisation is said to be under a law before there was that law', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat, { on: '1998-03-01', organizingLaw: 'cooperatives_1996' });
  const path = `organizations/${id}`;
  await auditor.get(path, { asOf: '1998-03-01' }).is({ organizingLaw: 'cooperatives_1996' });
  await secretariat.correct(path, { organizingLaw: 'cooperatives_2003' }).is();
  await auditor.get(path, { asOf: '2004-06-30' }).is({ organizingLaw: null });
  await auditor.get(path, { asOf: '2004-07-01' }).is({ organizingLaw: 'cooperatives_2003' });
  await secretariat.correct(path, { organizingLaw: 'cooperatives_2023' }).is({ organizingLaw: 'cooperatives_2023' });
  await auditor.get(path, { asOf: '2024-06-30' }).is({ organizingLaw: null });
  await auditor.get('organizations', { organizingLaw: 'cooperatives_2023', asOf: '2024-07-01' }).lists({ id });
  await auditor.get('organizations', { organizingLaw: 'cooperatives_2023', asOf: '2024-06-30' }).lists();
});

story('an organisation that was dissolved need not convert any more', async ({ secretariat, auditor }) => {
  const { id } = await entersOrganization(secretariat, { on: '2005-03-01' });
  const duty = { law: 'cooperatives_2012', kind: 'conversion', dueOn: '2016-07-01' };
  const { body } = await secretariat.post(`organizations/${id}/obligations`, duty).created();
  const [obligation] = body['obligations'] as [{ id: string }];
  await secretariat.post(`organizations/${id}/statuses`, { status: 'dissolved', validFrom: '2016-05-01' }).created();
  const toDo = { done: 'false', law: 'cooperatives_2012' };
  await auditor.get('obligations', { ...toDo, asOf: '2016-04-30' }).lists({ id: obligation.id });
  await auditor.get('obligations', { ...toDo, asOf: '2016-05-01' }).lists();
  await secretariat.correct(`obligations/${obligation.id}`, { doneOn: '2016-04-01' }).is({ doneOn: '2016-04-01' });
  await auditor.get('obligations', { law: 'cooperatives_2012', asOf: '2016-05-01' }).lists({ id: obligation.id });
});

story('a member that was divided, or became another kind of organisation, left as that', async ({ secretariat }) => {
  for (const kind of ['divided', 'converted']) {
    const { id, body } = await admits(secretariat);
    const { id: organizationId } = body['organization'] as { id: string };
    const left = await secretariat.post(`memberships/${id}/exits`, { kind, endedOn: '2022-06-01' }).created();
    expect(left.body['warnings']).toEqual(['ended_but_operating']);
    await secretariat
      .post(`organizations/${organizationId}/statuses`, { status: kind, validFrom: '2022-06-01' })
      .created();
    await secretariat.get(`memberships/${id}`).is({ warnings: [] });
  }
});
