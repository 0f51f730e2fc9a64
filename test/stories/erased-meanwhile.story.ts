import { expect } from '@jest/globals';
import { addDays, today } from '../../src/platform/time/day.js';
import type { Client } from '../kit/client.js';
import { congress, delegate, entersOrganization, person, position } from '../kit/makers.js';
import { meanwhile } from '../kit/meanwhile.js';
import { story } from '../kit/story.js';
import { runBuilt } from '../setup/built.js';

/** What is being written when an erasure begins, and what comes while it runs: one waits for the other, and then sees it. */

const erases = (databaseUrl: string, id: string): Promise<string> =>
  runBuilt('program/cli.ts', ['erase-person', id, '--reason', 'theo yêu cầu', '--by', 'Lan'], {
    DATABASE_URL: databaseUrl,
  });
const PROLONGED = 'update positions set valid_to = null, version = version + 1 where id = $1';
const PUT_OFF = `update congresses set ends_on = '2099-11-28', version = version + 1 where id = $1`;
const ERASED = `select erase_person($1, 'theo yêu cầu', null, 'database:Lan', false)`;

/** Somebody whose office ended yesterday. */
async function entersFormerOfficer(secretariat: Client) {
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id } = await secretariat.post('people', person()).created();
  const held = position(id, organizationId, { validTo: addDays(today(), -1) });
  const { id: positionId } = await secretariat.post('positions', held).created();
  return { id, positionId };
}

story('an office that is being prolonged keeps its holder from being erased', async ({ secretariat }, stage) => {
  const { id, positionId } = await entersFormerOfficer(secretariat);
  const erasing = meanwhile(stage.databaseUrl, { first: [[PROLONGED, positionId]] }, () =>
    erases(stage.databaseUrl, id),
  );
  await expect(erasing).rejects.toThrow('This person is in office');
});

story('an office is prolonged by nobody while its holder is being erased', async ({ secretariat }, { databaseUrl }) => {
  const { id, positionId } = await entersFormerOfficer(secretariat);
  await meanwhile(databaseUrl, { first: [[ERASED, id]] }, () =>
    secretariat.correct(`positions/${positionId}`, { validTo: null }).refused('person-erased', 409),
  );
});

story('a congress that is being put off keeps its delegates from being erased', async ({ secretariat }, stage) => {
  const { id: organizationId } = await entersOrganization(secretariat);
  const { id } = await secretariat.post('people', person()).created();
  const { id: congressId } = await secretariat.post('congresses', congress()).created();
  const seats = { organizationId, officialSeats: 1, alternateSeats: 0, delegates: [delegate(id)] };
  await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
  const erasing = meanwhile(stage.databaseUrl, { first: [[PUT_OFF, congressId]] }, () => erases(stage.databaseUrl, id));
  await expect(erasing).rejects.toThrow('a delegate to a congress that is not over');
});
