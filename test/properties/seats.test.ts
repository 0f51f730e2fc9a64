import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Client } from '../kit/client.js';
import { enters, sends } from '../kit/congress-makers.js';
import { delegate } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

const days = ['2020-12-10', '2020-12-11', '2020-12-12'];
const hours = ['07:00', '12:00', '18:00'];
const INSTANTS = days.flatMap((day) => hours.map((hour) => `${day}T${hour}:00+07:00`));
const OFFICIAL_SEATS = 2;

const day = fc.constantFrom(...days);
const at = fc.constantFrom(...INSTANTS);
const who = fc.nat(5); // of those named so far
const officials = fc.record({ asks: fc.constant('name' as const), day, official: fc.constant(true) });
const alternates = fc.record({ asks: fc.constant('name' as const), day, official: fc.constant(false) });
const leavings = fc.record({ asks: fc.constant('leave' as const), who, at });
const calls = fc.record({ asks: fc.constant('call' as const), who, whom: who, at });
const corrections = fc.oneof(
  fc.record({ asks: fc.constant('take back' as const), which: fc.nat(3) }),
  fc.record({ asks: fc.constant('move' as const), who, day }),
  fc.record({ asks: fc.constant('seats' as const), official: fc.integer({ min: 1, max: OFFICIAL_SEATS }) }),
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

/** What a hurried secretariat may ask for: first who is named, then who leaves and is called up, then what was wrong. */
const steps = fc
  .tuple(
    fc.tuple(officials, officials, alternates),
    fc.array(fc.oneof(officials, alternates, leavings, calls, calls), { minLength: 5, maxLength: 12 }),
    fc.array(fc.oneof(corrections, leavings), { minLength: 2, maxLength: 5 }),
  )
  .map(([named, handed, corrected]) => [...named, ...handed, ...corrected]);

/** A delegation as the steps have made it: what was refused changed nothing. */
class Sent {
  private readonly delegates: string[] = [];
  private readonly substitutions: string[] = [];
  private seats = OFFICIAL_SEATS;

  constructor(
    private readonly by: Client,
    private readonly people: string[],
    private readonly delegationId: string,
    private readonly congressId: string,
  ) {}

  async take(step: Step): Promise<void> {
    const { by, delegates, substitutions } = this;
    const one = (of: string[], which: number) => of[which % Math.max(1, of.length)] ?? 'nobody';
    const correct = (path: string, correction: Json) =>
      by.patch(path, { ...correction, reason: 'ghi nhầm' }, { 'If-Match': '*' });
    if (step.asks === 'name') {
      const more = step.official ? {} : { kind: 'alternate', alternateRank: delegates.length + 1 };
      const entry = delegate(one(this.people, delegates.length), { namedOn: step.day, ...more });
      const { status, id } = await by.post(`delegations/${this.delegationId}/delegates`, entry);
      if (status === 201) delegates.push(id);
    } else if (step.asks === 'leave' || step.asks === 'call') {
      const alternateId = step.asks === 'call' ? one(delegates, step.whom) : null;
      const entry = { substitutedAt: step.at, ground: 'ốm', alternateId };
      const { status, body } = await by.post(`delegates/${one(delegates, step.who)}/substitutions`, entry);
      if (status === 201) substitutions.push((body[alternateId ? 'replacedBy' : 'vacancy'] as { id: string }).id);
    } else if (step.asks === 'take back') {
      await by.post(`delegate-substitutions/${one(substitutions, step.which)}/voidings`, { reason: 'nhầm' });
    } else if (step.asks === 'move') {
      await correct(`delegates/${one(delegates, step.who)}`, { namedOn: step.day });
    } else {
      const { status } = await correct(`delegations/${this.delegationId}`, { officialSeats: step.official });
      if (status === 200) this.seats = step.official;
    }
  }

  /** The instants of which the roll has more people than there are seats. */
  async crowded(): Promise<string[]> {
    const rolls = INSTANTS.map(async (entitledAt) => {
      const { items } = await this.by.get(`congresses/${this.congressId}/roll`, { entitledAt }).is();
      return items.length > this.seats ? [entitledAt] : [];
    });
    return (await Promise.all(rolls)).flat();
  }
}

story(
  'whatever is named, called, corrected and taken back, no instant has two for one seat',
  async ({ secretariat }) => {
    const people = await Promise.all(Array.from({ length: 9 }, () => enters(secretariat)));
    const seats = { officialSeats: OFFICIAL_SEATS, alternateSeats: 3 };
    const during = { startsOn: days[0] as string, endsOn: days.at(-1) as string };
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { congressId, delegation } = await sends(secretariat, seats, {}, during);
        const sent = new Sent(secretariat, people, delegation.id, congressId);
        for (const step of taken) await sent.take(step);
        expect(await sent.crowded()).toEqual([]);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  },
);
