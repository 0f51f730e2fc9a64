import { expect, test } from '@jest/globals';
import { Narrowing, noteDoor, resourcesToChoose } from '../../src/platform/rights/narrowing.js';
import { rights } from '../../src/platform/rights/rights.js';

const register = (name: string) =>
  rights({ name, scopes: { alliance: 'alliance_id' } }, ['read', 'write', 'readContact'], (may) => [
    may('secretariat', 'read', 'write', 'readContact').within('alliance'),
  ]);
const [boats, nets] = [register('Boats'), register('Nets')];
const doors = {
  boats: noteDoor('GET', '/api/v1/boats', boats.read),
  boat: noteDoor('GET', '/api/v1/boats/:id', boats.read),
  newBoat: noteDoor('POST', '/api/v1/boats', boats.write),
  netsOfBoat: noteDoor('GET', '/api/v1/boats/:id/nets', nets.read),
  nets: noteDoor('GET', '/api/v1/nets', nets.read),
  catches: noteDoor('GET', '/api/v1/reports/catches', boats.read),
  me: noteDoor('GET', '/api/v1/auth/me', boats.read),
};
const opens = (narrowing: Narrowing) =>
  Object.entries(doors)
    .filter(([, door]) => narrowing.admits(door))
    .map(([name]) => name);

test('what can be chosen is what the addresses begin with', () => {
  expect(resourcesToChoose()).toEqual(['boats', 'nets', 'reports', 'reports/catches']);
});

test('an address is open when it begins with a chosen resource, and asking who one is always is', () => {
  expect(opens(new Narrowing(['boats'], false))).toEqual(['boats', 'boat', 'newBoat', 'netsOfBoat', 'me']);
  expect(opens(new Narrowing(['boats'], true))).toEqual(['boats', 'boat', 'netsOfBoat', 'me']);
  expect(opens(new Narrowing(['reports/catches'], false))).toEqual(['catches', 'me']);
  expect(opens(new Narrowing(['reports'], false))).toEqual(['catches', 'me']);
  expect(opens(new Narrowing(null, true))).toEqual(Object.keys(doors).filter((name) => name !== 'newBoat'));
  expect(opens(new Narrowing([], false))).toEqual(['me']);
});

test('a right is left when a door of it is open; one that only shows a field follows its register', () => {
  const boatReader = new Narrowing(['boats'], true);
  expect(boatReader.leaves(boats.read)).toBe(true);
  expect(boatReader.leaves(boats.write)).toBe(false);
  expect(boatReader.leaves(boats.readContact)).toBe(true);
  const netReader = new Narrowing(['nets'], true);
  expect(netReader.leaves(nets.readContact)).toBe(true);
  expect(new Narrowing(['reports'], false).leaves(nets.readContact)).toBe(false);
});
