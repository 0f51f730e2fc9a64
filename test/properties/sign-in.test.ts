import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Places } from '../../src/access/places-at-work.js';
import { newPassword, Passwords, refuseShortPassword } from '../../src/access/passwords.js';
import { RememberedActors } from '../../src/access/remembered-actors.js';
import { digestOf, newKey, newToken } from '../../src/access/tokens.js';
import { roles, type Role } from '../../src/platform/rights/roles.js';
import type { Actor } from '../../src/platform/rights/act.js';

const actor: Actor = {
  id: null,
  name: 'An',
  role: 'auditor',
  allianceIds: [],
  allianceId: null,
  organizationId: null,
  passage: { by: 'keeper' },
};
const goodFor = (goodForMs: number) => ({ actor, goodForMs });

describe('a password', () => {
  test('fits its own hash only, however its accents were typed', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('một mật khẩu đủ dài'.normalize('NFC'));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.fits('một mật khẩu đủ dài'.normalize('NFD'), hash)).toBe(true);
    expect(await passwords.fits('mot mat khau du dai', hash)).toBe(false);
  });

  test('is verified for an unknown account too, and never fits', async () => {
    expect(await new Passwords().fits('', null)).toBe(false);
  });

  const least: Record<Role, number> = { administrator: 15, secretariat: 15, auditor: 12, member: 12 };
  test.each(roles)('of the role %s has its least length', (role) => {
    expect(() => refuseShortPassword('x'.repeat(least[role]), role)).not.toThrow();
    expect(() => refuseShortPassword('x'.repeat(least[role] - 1), role)).toThrow('invalid-entry');
    expect(() => refuseShortPassword(newPassword(), role)).not.toThrow();
  });
});

describe('places at work', () => {
  test('never hold more than allowed, let as many wait, and refuse the rest with 429', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(5), fc.nat(20), async (most, waiting, asking) => {
        const places = new Places(most, waiting);
        let running = 0;
        let highest = 0;
        const all = Array.from({ length: asking }, () =>
          places.take(async () => {
            highest = Math.max(highest, (running += 1));
            await new Promise(setImmediate);
            running -= 1;
          }),
        );
        const refused = (await Promise.allSettled(all)).filter(({ status }) => status === 'rejected');
        expect(refused).toHaveLength(Math.max(0, asking - most - waiting));
        expect(highest).toBe(Math.min(asking, most));
        await expect(places.take(() => Promise.resolve('free again'))).resolves.toBe('free again');
      }),
    );
  });

  test('are free again after a failure', async () => {
    const places = new Places(1, 0);
    await expect(places.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(places.take(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});

describe('a token', () => {
  test('leaves only its digest, and no two are the same', () => {
    expect(new Set(Array.from({ length: 100 }, newToken))).toHaveProperty('size', 100);
    expect(digestOf(newToken())).toMatch(/^[\w+/]{43}=$/);
    expect(digestOf(newKey())).toMatch(/^[\w+/]{43}=$/);
    for (const none of ['', 'x', 'x'.repeat(10_000)]) expect(digestOf(none)).toBeNull();
  });
});

describe('a remembered actor', () => {
  const remembering = (most?: number): RememberedActors => {
    const remembered = new RememberedActors(most);
    remembered.hear(true);
    return remembered;
  };

  test('is known until the token ends', () => {
    const remembered = remembering();
    remembered.keep('lasting', goodFor(60_000), remembered.moment());
    remembered.keep('ended', goodFor(0), remembered.moment());
    expect(remembered.get('lasting')).toBe(actor);
    expect(remembered.get('ended')).toBeUndefined();
  });

  test('is forgotten when something changed, also between the question and its answer', () => {
    const remembered = remembering();
    remembered.keep('a', goodFor(60_000), remembered.moment());
    const moment = remembered.moment();
    remembered.forget('a');
    remembered.keep('a', goodFor(60_000), moment);
    expect(remembered.get('a')).toBeUndefined();
  });

  test('is not kept while changes are not heard', () => {
    const remembered = remembering();
    remembered.keep('a', goodFor(60_000), remembered.moment());
    remembered.hear(false);
    remembered.keep('b', goodFor(60_000), remembered.moment());
    expect([remembered.get('a'), remembered.get('b')]).toEqual([undefined, undefined]);
  });

  test('gives way to newer ones', () => {
    const remembered = remembering(2);
    for (const digest of ['a', 'b', 'c']) remembered.keep(digest, goodFor(60_000), remembered.moment());
    expect(['a', 'b', 'c'].map((digest) => remembered.get(digest) !== undefined)).toEqual([false, true, true]);
  });
});
