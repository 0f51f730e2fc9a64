import type { INestApplicationContext } from '@nestjs/common';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { PeopleBatch } from '../registry/people/people.entries.js';
import { PeopleService } from '../registry/people/people.service.js';
import { idsIn } from './entered.js';
import { officeHolders, officersOf } from './people-plan.js';
import type { DemoOrganization } from './plan.js';
import { Chance } from './random.js';

/** The officers of so many organisations fit into one batch of people. */
const ORGANIZATIONS_OF_BATCH = 60;

/** Enters who leads the organisations, and the public office-holders; goes on where it was interrupted. */
export async function loadPeople(
  app: INestApplicationContext,
  organizations: readonly DemoOrganization[],
  act: Act,
): Promise<void> {
  const service = app.get(PeopleService);
  const enter = (items: readonly object[]) => service.recordAll(validEntry(PeopleBatch, { items }), act);
  const led = await idsIn(app, 'select distinct organization_id as id from positions');
  const chance = new Chance(1_035);
  const births = new Chance(1_950);
  const groups = organizations.map((one) => ({ id: one.id, officers: officersOf(one, chance, births) }));
  const missing = groups.filter(({ id }) => !led.has(id));
  for (let from = 0; from < missing.length; from += ORGANIZATIONS_OF_BATCH) {
    await enter(missing.slice(from, from + ORGANIZATIONS_OF_BATCH).flatMap(({ officers }) => officers));
  }
  const known = await idsIn(app, 'select full_name as id from people where public_office is not null');
  const named = officeHolders.filter(({ fullName }) => !known.has(fullName));
  if (named.length > 0) await enter(named);
}
