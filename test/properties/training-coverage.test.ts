import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from '../kit/client.js';
import { entersOrganization, position } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { course, entersOfficer, participant } from '../kit/training-makers.js';

const RESULTS = ['attending', 'completed', 'excellent', 'not_completed'] as const;
/** Two courses end within the year asked for, one before it. */
const ENDS = ['2021-05-14', '2021-11-19', '2020-12-31'];

/** A manager's results in the three courses, and whether a second office is held. */
const manager = fc.record({
  results: fc.tuple(...ENDS.map(() => fc.option(fc.constantFrom(...RESULTS)))),
  twice: fc.boolean(),
});
const registry = fc.record({
  managers: fc.array(manager, { maxLength: 5 }),
  order: fc.array(fc.nat(), { minLength: 15, maxLength: 15 }),
});

async function coverage(by: Client, organizationId: string): Promise<{ trained: number; all: number }> {
  const total = async (query: object) => {
    const asked = { organizationId, asOf: '2021-12-31', total: true, ...query };
    return Number((await by.get('training-coverage/managers', asked).is()).body['total']);
  };
  return { trained: await total({ trained: true }), all: await total({}) };
}

story('coverage is the share of distinct managers, in whatever order they were entered', async ({ secretariat }) => {
  const property = fc.asyncProperty(registry, async ({ managers, order }) => {
    const { id: organizationId } = await entersOrganization(secretariat);
    const courses = await Promise.all(
      ENDS.map(async (endsOn) => (await secretariat.post('training-courses', course({ startsOn: endsOn, endsOn }))).id),
    );
    const people = await Promise.all(managers.map(() => entersOfficer(secretariat, organizationId)));
    for (const [i, { twice }] of managers.entries()) {
      const second = position(String(people[i]), organizationId, { position: 'board_member' });
      if (twice) await secretariat.post('positions', second).created();
    }
    const entries = managers.flatMap(({ results }, i) =>
      results.flatMap((result, j) => (result === null ? [] : [{ person: people[i], course: courses[j], result }])),
    );
    const shuffled = entries.map((entry, i) => ({ entry, at: order[i] ?? 0 })).sort((a, b) => a.at - b.at);
    for (const { entry } of shuffled) {
      const items = [participant(String(entry.person), organizationId, { result: entry.result })];
      await secretariat.post(`training-courses/${entry.course}/participations`, { items }).is();
    }
    const passes = (result: string | null) => result === 'completed' || result === 'excellent';
    const trained = managers.filter(
      ({ results: [spring, autumn] }) => passes(spring ?? null) || passes(autumn ?? null),
    );
    expect(await coverage(secretariat, organizationId)).toEqual({ trained: trained.length, all: managers.length });
  });
  await fc.assert(property, { numRuns: 12 });
});
