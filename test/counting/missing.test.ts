import { describe, expect, test } from '@jest/globals';
import type { Operation } from './document.js';
import { deadLocations, missingProblems, missingRights, missingRoutes, unprovenConstraints } from './missing.js';
import type { CountedReply } from './replies.js';
import { structural } from './structural.js';
import { undeclaredAnswers } from './undeclared.js';

const id = '0192f0c4-0000-7000-8000-000000000001';
const one: Operation = {
  method: 'GET',
  template: '/api/v1/members/{id}',
  policy: { right: 'members.read', grants: [{ role: 'secretariat', scope: 'alliance' }] },
  hasBody: false,
  answers: {
    200: { codes: [], headers: ['etag'] },
    404: { codes: ['unknown-record'], headers: [] },
  },
};
const reply = (actor: string, status: number, more: Partial<CountedReply> = {}): CountedReply => ({
  method: 'GET',
  path: `/api/v1/members/${id}`,
  actor,
  status,
  headers: [],
  ids: status < 300 ? [id] : [],
  ...more,
});
const everything = [
  reply('secretariat', 200),
  reply('anonymous', 401),
  reply('auditor', 403),
  reply('otherAlliance', 404, { code: 'unknown-record' }),
];

describe('routes', () => {
  test('nothing is missing when the route answered, and every kind of stranger was refused', () => {
    expect(missingRoutes([one], everything)).toEqual([]);
  });

  test.each([
    [200, 'never answered with success'],
    [401, 'never refused to someone not signed in'],
    [403, 'never refused to a role without the right'],
    [404, "never hid another's record from someone who has the right to their own"],
  ])('without a %i the route %s', (status, complaint) => {
    const rest = everything.map((seen) => ({ ...seen, ids: [id] })).filter((seen) => seen.status !== status);
    expect(missingRoutes([one], rest)).toEqual([`GET /api/v1/members/{id}: ${complaint}`]);
  });

  test('a 404 for a record that never was is no refusal', () => {
    const elsewhere = everything.map((seen) => (seen.status === 404 ? { ...seen, path: '/api/v1/members/x' } : seen));
    expect(missingRoutes([one], elsewhere)).toHaveLength(1);
  });

  test('what was entered must be read where its answer says so', () => {
    const enters: Operation = { ...one, method: 'POST', template: '/api/v1/members' };
    const entered = { method: 'POST', path: enters.template };
    const [right, wrong] = [`/api/v1/members/${id}`, `/api/v1/members/${id}/parts/${id}`];
    expect(deadLocations([one, enters], [reply('secretariat', 201, { ...entered, location: right })])).toEqual([]);
    expect(deadLocations([one, enters], [reply('secretariat', 201, { ...entered, location: wrong })])).toEqual([
      'POST /api/v1/members: its Location is no address: /api/v1/members/{id}/parts/{id}',
    ]);
  });

  test('a literal path is not taken for a parameter', () => {
    const batches: Operation = { ...one, template: '/api/v1/members/batches', policy: undefined };
    expect(
      missingRoutes([one, batches], [...everything, reply('secretariat', 200, { path: batches.template })]),
    ).toEqual([]);
  });
});

describe('answers', () => {
  test('nothing is undeclared when the document names status, problem and header', () => {
    const declared = [reply('auditor', 200, { headers: ['etag'] }), reply('auditor', 404, { code: 'unknown-record' })];
    expect(undeclaredAnswers([one], declared)).toEqual([]);
  });

  test.each([
    ['304', reply('auditor', 304)],
    ['404 gone', reply('auditor', 404, { code: 'gone' })],
    ['503 unavailable', reply('auditor', 503, { code: 'unavailable' })],
    ['200 with link', reply('auditor', 200, { headers: ['link', 'etag'] })],
  ])('%s is not declared', (answered, seen) => {
    const complaint = `GET /api/v1/members/{id}: answered ${answered}, which is not declared`;
    expect(undeclaredAnswers([one], [seen, seen])).toEqual([complaint]);
  });
});

test('a right counts as used only with success', () => {
  expect(missingRights([one], [reply('auditor', 403)])).toEqual(['The right members.read: never used']);
  expect(missingRights([one], everything)).toEqual([]);
});

test('a problem must have been seen, unless its code is retired', () => {
  const problem = (code: string, retired = false) => ({ code, retired, constraints: [] });
  const problems = [problem('unknown-record'), problem('number-taken'), problem('old-words', true)];
  expect(missingProblems(problems, everything)).toEqual(['The problem number-taken: never seen']);
});

test('constraints and problems must name each other', () => {
  const problems = [{ code: 'number-taken', retired: false, constraints: ['members_number_unique', 'members_gone'] }];
  const named = ['members_number_unique', 'members_period_check', ...Object.keys(structural)];
  expect(unprovenConstraints(problems, named).sort()).toEqual([
    'The constraint members_gone: a problem names it, the database has none',
    'The constraint members_period_check: no problem says it in words; name it in one, or in test/counting/structural.ts with the reason',
  ]);
});
