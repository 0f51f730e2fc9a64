import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayInVietNam, isDay, vietnameseDay } from '../../src/platform/time/day.js';
import { inFull, parseInstant } from '../../src/platform/time/instant.js';

const MS_PER_DAY = 86_400_000;
const moment = fc.date({
  min: new Date('1900-01-01T12:00:00Z'),
  max: new Date('2100-12-31T11:00:00Z'),
  noInvalidDate: true,
});
const day = moment.map((date) => date.toISOString().slice(0, 10));

describe('a day', () => {
  test('of the calendar is one, and no other text is', () => {
    fc.assert(fc.property(day, (real) => expect(isDay(real)).toBe(true)));
    for (const text of [
      '2020-02-31',
      '2019-02-29',
      '1900-02-29',
      '2020-13-01',
      '2020-00-10',
      '2020-1-1',
      '1899-12-31',
    ]) {
      expect([text, isDay(text)]).toEqual([text, false]);
    }
    for (const text of [
      '2101-01-01',
      '2020-11-27\n',
      ' 2020-11-27',
      '2020-11-27T00:00:00Z',
      '',
      '+002020-01-01',
      '２０２０-01-01',
    ]) {
      expect([text, isDay(text)]).toEqual([text, false]);
    }
    expect(isDay('2020-02-29')).toBe(true);
  });

  test('is printed the Vietnamese way', () => {
    expect(vietnameseDay('2025-07-01')).toBe('01/07/2025');
  });

  test('plus days, minus days, is the same day; each step is one day on', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (real, days) => {
        expect(addDays(addDays(real, days), -days)).toBe(real);
        expect(Date.parse(addDays(real, days)) - Date.parse(real)).toBe(days * MS_PER_DAY);
      }),
    );
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
  });

  test('of an instant lasts from midnight to midnight in Hà Nội', () => {
    const hanoi = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' });
    const since1976 = fc.date({ min: new Date('1976-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(fc.property(since1976, (now) => expect(dayInVietNam(now.toISOString())).toBe(hanoi.format(now))));
    expect(dayInVietNam('2020-11-26T16:59:59.999Z')).toBe('2020-11-26');
    expect(dayInVietNam('2020-11-26T17:00:00Z')).toBe('2020-11-27');
    expect(dayInVietNam('1970-01-01T00:00:00Z')).toBe('1970-01-01');
  });
});

describe('an instant', () => {
  const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });

  test('is read as the same moment in UTC, whatever its offset', () => {
    fc.assert(
      fc.property(moment, offset, (date, minutes) => {
        const local = new Date(date.getTime() + minutes * 60_000).toISOString();
        fc.pre(isDay(local.slice(0, 10)));
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const zone = `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
        expect(parseInstant(local.replace('Z', zone))).toBe(date.toISOString());
      }),
    );
  });

  test('in full is in the order of the moments, to the microsecond', () => {
    const micros = fc.integer({ min: 0, max: 999_999 });
    fc.assert(
      fc.property(moment, micros, micros, (date, one, other) => {
        const at = (fraction: number) => `${date.toISOString().slice(0, 19)}.${String(fraction).padStart(6, '0')}Z`;
        const short = (fraction: number) => at(fraction).replace(/\.?0*Z$/, 'Z');
        expect(inFull(short(one))).toBe(at(one));
        expect(inFull(short(one)) < inFull(short(other))).toBe(one < other);
      }),
    );
    expect(() => inFull('2020-11-27')).toThrow(RangeError);
  });

  test('keeps its microseconds, and is the same when read again', () => {
    expect(parseInstant('2020-11-27T08:30:00.123456+07:00')).toBe('2020-11-27T01:30:00.123456Z');
    expect(parseInstant('2020-11-27t01:30:00z')).toBe('2020-11-27T01:30:00Z');
    fc.assert(fc.property(moment, (date) => expect(parseInstant(date.toISOString())).toBe(date.toISOString())));
  });

  test('keeps microseconds of a finer one', () => {
    expect(parseInstant('2020-11-27T08:30:00.123456789+07:00')).toBe('2020-11-27T01:30:00.123456Z');
  });

  test.each([
    ['2020-02-31T00:00:00Z', 'no such day'],
    ['2020-11-27', 'no time'],
    ['2020-11-27T08:30:00', 'no offset'],
    ['2020-11-27 08:30:00Z', 'a space for the T'],
    ['2020-11-27T24:00:00Z', 'hour 24'],
    ['2016-12-31T23:59:60Z', 'a leap second'],
    ['2020-11-27T08:30:00+07', 'half an offset'],
    ['2020-11-27T08:30:00.1234567891Z', 'finer than a nanosecond'],
    ['1900-01-01T00:00:00+07:00', 'before 1900 in UTC'],
    ['now', 'a word'],
  ])('refuses %s: %s', (text) => {
    expect(parseInstant(text)).toBeNull();
  });
});
