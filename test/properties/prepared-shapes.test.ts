import { expect, test } from '@jest/globals';
import { PreparedShapes } from '../../src/platform/reading/prepared-shapes.js';

/** PostgreSQL keeps what is prepared as long as a connection lasts, so nobody may have more and more of it prepared. */

const compose = (text: string) => () => ({ text, names: [], past: `past ${text}`, personal: false });

test('a shape is prepared once it comes again, and composed no more after that', () => {
  const shapes = new PreparedShapes();
  let composed = 0;
  const ask = () =>
    shapes.of('page', () => {
      composed += 1;
      return compose('select 1')();
    });
  expect(ask()).toEqual({ text: 'select 1', names: [], personal: false, past: { text: 'past select 1' } });
  const prepared = ask();
  expect(prepared).toMatchObject({ text: 'select 1', name: expect.any(String), past: { name: expect.any(String) } });
  expect(prepared.name).not.toBe(prepared.past.name);
  expect(ask()).toBe(prepared);
  expect(composed).toBe(2);
});

test('whoever invents ever new shapes has none of them prepared, nor more than so many by asking each again', () => {
  const shapes = new PreparedShapes();
  const named = (times: number) => {
    let count = 0;
    for (let n = 0; n < 5_000; n += 1)
      for (let time = 0; time < times; time += 1)
        if (shapes.of(`${times} ${n}`, compose(`select ${n}`)).name !== undefined) count += 1;
    return count;
  };
  expect(named(1)).toBe(0);
  expect(shapes.of('everyday', compose('select 0')).name).toBeUndefined();
  expect(shapes.of('everyday', compose('select 0')).name).toBeDefined();
  expect(named(2)).toBeLessThan(400);
  expect(shapes.of('everyday', compose('select 0')).name).toBeDefined();
});
