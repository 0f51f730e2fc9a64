import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { percentage } from '../../src/reports/percentage.js';
import { spansOf, stateOf, yearsOf } from '../../src/registry/targets/progress.js';

const number = fc.integer({ min: 0, max: 1_000 });

describe('how a target stands', () => {
  test('a range is below, within or exceeded, and never merely met', () => {
    fc.assert(
      fc.property(number, number, number, (one, other, progress) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const state = progress < low ? 'below' : progress > high ? 'exceeded' : 'within';
        expect(stateOf({ low, high }, progress)).toBe(state);
      }),
    );
  });

  test('a floor is below, met or exceeded', () => {
    fc.assert(
      fc.property(number, number, (low, progress) => {
        const state = progress < low ? 'below' : progress > low ? 'exceeded' : 'met';
        expect(stateOf({ low, high: null }, progress)).toBe(state);
      }),
    );
  });

  test('more progress never makes it worse', () => {
    const order = ['below', 'within', 'met', 'exceeded'];
    fc.assert(
      fc.property(number, fc.option(number), number, number, (low, width, progress, more) => {
        const bounds = { low, high: width === null ? null : low + width };
        const [before, after] = [stateOf(bounds, progress), stateOf(bounds, progress + more)];
        expect(order.indexOf(String(after))).toBeGreaterThanOrEqual(order.indexOf(String(before)));
      }),
    );
  });

  test('is unknown while there is nothing to measure', () => expect(stateOf({ low: 1, high: null }, null)).toBeNull());
});

describe('a percentage', () => {
  test('is 100 only when nobody is missing, and never more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (whole, some) => {
        const part = some % (whole + 1);
        expect(percentage(part, whole)).toBeLessThanOrEqual(100);
        expect(percentage(part, whole) === 100).toBe(part === whole);
      }),
    );
  });
  test('of nobody is none', () => expect(percentage(0, 0)).toBeNull());
});

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc
  .uniqueArray(day, { minLength: 3, maxLength: 3 })
  .map((three) => three.sort() as [string, string, string]);

describe('the years of a term', () => {
  test('follow each other without a gap, and end by the day', () => {
    fc.assert(
      fc.property(day, day, day, (validFrom, validTo, asOf) => {
        const years = yearsOf({ validFrom, validTo }, asOf);
        years.forEach(({ from, to, year }, i) => {
          expect([from <= to, to <= asOf, from.slice(0, 4), to.slice(0, 4)]).toEqual([true, true, year, year]);
          expect(Number(year)).toBe(Number(years[0]?.year) + i);
        });
      }),
    );
  });

  test('are those of no other term', () => {
    fc.assert(
      fc.property(days, ([validFrom, change, validTo]) => {
        const both = yearsOf({ validFrom, validTo }, '2061-01-01');
        const parts = [
          ...yearsOf({ validFrom, validTo: change }, '2061-01-01'),
          ...yearsOf({ validFrom: change, validTo }, '2061-01-01'),
        ];
        expect(parts).toEqual(both);
      }),
    );
  });

  test('are five in five years, and a floor adds up over them', () => {
    const term = { validFrom: '2020-11-27', validTo: '2025-11-27' };
    expect(yearsOf(term, '2026-06-30').map(({ year }) => year)).toEqual(['2021', '2022', '2023', '2024', '2025']);
    const floor = { ...term, shape: 'floor_per_year', source: 'cooperatives_founded', low: 30, high: null } as const;
    expect(spansOf(floor, '2026-06-30').at(-1)).toEqual({
      period: 'term',
      from: '2021-01-01',
      to: '2025-12-31',
      bounds: { low: 150, high: null },
      begun: true,
    });
    expect(spansOf(floor, '2020-12-31')).toMatchObject([{ period: 'term', bounds: null, begun: false }]);
  });
});
