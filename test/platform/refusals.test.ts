import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { AccessEvent, AccessLog } from '../../src/platform/audit/access-log.js';
import { nobody, Refusals } from '../../src/platform/audit/refusals.js';

/** A flood of refusals, and the minute in which it is counted. */

const MOST = 300;
const MINUTE_MS = 60_000;
let noted: AccessEvent[];
let refusals: Refusals;

beforeEach(() => {
  jest.useFakeTimers();
  noted = [];
  const note = (event: AccessEvent) => Promise.resolve(void noted.push(event));
  refusals = new Refusals({ note } as unknown as AccessLog);
});
afterEach(() => void jest.useRealTimers());

const account = (n: number) => `018f0000-0000-7000-8000-00000000000${n}`;
const refused = (more: Partial<AccessEvent> = {}): AccessEvent => ({
  action: 'refusal',
  actorId: account(1),
  actor: 'Nguyễn Văn An',
  allianceId: account(9),
  requestId: 'yêu cầu đầu tiên',
  recordId: null,
  detail: { request: 'GET /api/v1/accounts', right: 'AccountView.read' },
  ...more,
});
const stranger = (rule: string): AccessEvent => ({
  ...nobody({ requestId: 'yêu cầu' }),
  action: 'refusal',
  detail: { rule, address: '203.0.113.7' },
});
async function floods(event: AccessEvent, times = MOST + 3): Promise<void> {
  for (let time = 0; time < times; time += 1) await refusals.count(event);
}

test('three hundred refusals of a minute have an event each, those beyond one together, of no request', async () => {
  await floods(refused());
  expect(noted).toHaveLength(MOST);
  await jest.advanceTimersByTimeAsync(MINUTE_MS);
  expect(noted.slice(MOST)).toEqual([refused({ requestId: null, detail: { more: 3, withinMs: MINUTE_MS } })]);
});

test('what was counted by the end of the server is written then; three hundred leave nothing to count', async () => {
  await floods(refused(), MOST);
  await floods(refused({ actorId: account(2) }), MOST + 1);
  await refusals.beforeApplicationShutdown();
  expect(noted).toHaveLength(2 * MOST + 1);
  expect(noted.at(-1)).toMatchObject({ actorId: account(2), detail: { more: 1 } });
});

test('a minute that is over is over: the next refusal has an event of its own again', async () => {
  await floods(refused());
  await jest.advanceTimersByTimeAsync(MINUTE_MS);
  await refusals.count(refused());
  expect(noted).toHaveLength(MOST + 1 + 1);
});

test('no flood hides what somebody else did, what was done otherwise, or what a stranger showed otherwise', async () => {
  await floods(refused());
  await floods(stranger('unknown-token'));
  const others = [
    refused({ actorId: account(2) }),
    refused({ action: 'second_factor_asked' }),
    refused({ action: 'sign_in_refused', detail: { by: 'password' } }),
    refused({ action: 'sign_in_refused', detail: { by: 'code' } }),
    stranger('unknown-key'),
  ];
  noted = [];
  for (const other of others) await refusals.count(other);
  expect(noted).toEqual(others);
});

test('what is counted of strangers says what they showed, and of which address nothing', async () => {
  await floods(stranger('unknown-token'));
  await jest.advanceTimersByTimeAsync(MINUTE_MS);
  expect(noted.at(-1)?.detail).toEqual({ rule: 'unknown-token', more: 3, withinMs: MINUTE_MS });
});
