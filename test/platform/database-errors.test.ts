import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { lostRace, problemOfDatabaseError } from '../../src/platform/database/database-errors.js';
import { problem } from '../../src/platform/problems/problem.js';

const failure = (code: string, more: object = {}): QueryFailedError =>
  new QueryFailedError('select', ['a secret'], Object.assign(new Error('said so'), { code, ...more }));

test.each(['ECONNREFUSED', '57P01', '53300', '08006', '55P03', '40001'])('%s: not now', (code) => {
  const answer = problemOfDatabaseError(failure(code));
  expect(answer?.definition.code).toBe('unavailable');
  expect(answer?.headers).toEqual({ 'Retry-After': '5' });
});

test('a statement that was ended at its time limit is told apart: it would take as long again', () => {
  const answer = problemOfDatabaseError(failure('57014'));
  expect(answer?.definition.code).toBe('took-too-long');
  expect(answer?.headers).toEqual({ 'Retry-After': '5' });
});

test('a constraint answers with the problem that it proves', () => {
  problem(
    'seat-taken',
    409,
    { title: { vi: 'Đã có', en: 'Taken' }, vi: 'Đã có.', en: 'Taken.' },
    { constraint: 'seats_once_unique' },
  );
  expect(problemOfDatabaseError(failure('23505', { constraint: 'seats_once_unique' }))?.definition.code).toBe(
    'seat-taken',
  );
  expect(problemOfDatabaseError(failure('23505', { constraint: 'seats_other_unique' }))).toBeNull();
});

test('a foreign key answers at its field', () => {
  const reference = { table: 'organizations', constraint: 'organizations_head_place_id_fk' };
  expect(problemOfDatabaseError(failure('23503', reference))?.errors).toEqual([
    { pointer: '/headPlaceId', rule: 'unknown-reference', params: {} },
  ]);
  const code = { table: 'organizations', constraint: 'organizations_kind_code' };
  const detail = 'Key (kind)=(a secret) is not present in table "codes_organization_kind".';
  expect(problemOfDatabaseError(failure('23503', { ...code, detail }))?.errors).toEqual([
    { pointer: '/kind', rule: 'unknown-code', params: { list: 'organization_kind' } },
  ]);
});

test('a value that PostgreSQL cannot take is the caller’s; anything else is not', () => {
  expect(problemOfDatabaseError(failure('22003'))?.definition.code).toBe('malformed-request');
  expect(problemOfDatabaseError(failure('42P01'))).toBeNull();
  expect(problemOfDatabaseError(new TypeError('ours'))).toBeNull();
  expect(problemOfDatabaseError('thrown')).toBeNull();
});

test('only what a concurrent transaction can cause is worth another run', () => {
  for (const code of ['40001', '40P01', '23505', '23P01']) expect(lostRace(failure(code))).toBe(true);
  expect(lostRace(failure('23514', { constraint: 'version_step' }))).toBe(true);
  expect(lostRace(failure('23514', { constraint: 'places_period_check' }))).toBe(false);
  expect(lostRace(failure('23503'))).toBe(false);
});
