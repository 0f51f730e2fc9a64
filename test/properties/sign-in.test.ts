import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createDecipheriv, randomBytes } from 'node:crypto';
import { digestOfRecovery, newRecoveryCodes, newSecret, stepOf } from '../../src/access/one-time-codes.js';
import { refuseWeakPassword } from '../../src/access/password-rules.js';
import { Passwords } from '../../src/access/passwords.js';
import { refreshTokenIn, firstPair, newSalt, successorsOf } from '../../src/access/refresh-tokens.js';
import { WorkQueue } from '../../src/platform/queue/work-queue.js';
import type { Problem } from '../../src/platform/problems/problem.js';
import { RememberedActors } from '../../src/platform/rights/remembered-actors.js';
import { seal, unsealedOrNull } from '../../src/access/sealed-secrets.js';
import { digestOf, newKey, newToken } from '../../src/access/tokens.js';
import { roles, type Role } from '../../src/platform/rights/roles.js';
import type { Actor } from '../../src/platform/rights/actor.js';
import { newPassword } from '../kit/accounts.js';

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
  test('fits its own hash only, however its accents were typed (ASVS 6.2.8, 11.4.2)', async () => {
    const passwords = new Passwords();
    const hash = await passwords.hash('một mật khẩu đủ dài'.normalize('NFC'));
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.fits('một mật khẩu đủ dài'.normalize('NFD'), hash)).toBe(true);
    for (const other of ['mot mat khau du dai', 'Một mật khẩu đủ dài', 'một mật khẩu đủ dà'])
      expect(await passwords.fits(other.normalize('NFC'), hash)).toBe(false);
  });

  test('is verified for an unknown account too, and never fits', async () => {
    expect(await new Passwords().fits('', null)).toBe(false);
  });

  const least: Record<Role, number> = { administrator: 15, secretariat: 15, auditor: 12, member: 12 };
  const unforeseen = 'kJ8#vq2Lx0Tz9wB'; // 15 characters
  const refusal = (password: string, role: Role, names: string[] = []) =>
    refuseWeakPassword({ password, role, names }).then(
      () => null,
      (error: Problem) => error.errors[0]?.rule,
    );

  test.each(roles)('of the role %s has its least length (ASVS 6.2.1)', async (role) => {
    expect(await refusal(unforeseen.slice(0, least[role]), role)).toBeNull();
    expect(await refusal(unforeseen.slice(0, least[role] - 1), role)).toBe('too-short');
    expect(await refusal(newPassword(), role)).toBeNull();
  });

  test('that was made is never refused, whatever the names are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ minLength: 3, maxLength: 20 })), async (names) => {
        expect(await refusal(newPassword(), 'administrator', names)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test('may be of characters of any kind (ASVS 6.2.5), and as long as 128 (ASVS 6.2.9)', async () => {
    for (const password of [
      'mưa rơi ngoài hiên vắng',
      'ΩЖ漢字かな한글😀ñß',
      '9471 8203 5716 3390',
      'đ'.repeat(3) + unforeseen,
    ]) {
      expect(await refusal(password, 'auditor')).toBeNull();
    }
    expect(await refusal((unforeseen + 'chiều').repeat(7).slice(0, 128), 'secretariat')).toBeNull();
  });

  test('that consists of a name, however it is written, is refused; a name within one is not', async () => {
    const names = ['Hợp tác xã Dịch vụ Đồng Tâm', 'le.van.binh@dongtam.example'];
    for (const password of [
      'DongTam-2020!',
      'đồng tâm đồng tâm',
      'HTX.Dịch.vụ.99',
      'LeVanBinh12345',
      'dongtam.example',
    ]) {
      expect([password, await refusal(password, 'member', names)]).toEqual([password, 'own-words']);
    }
    expect(await refusal('đồng tâm hái 7 quả mận chín', 'member', names)).toBeNull();
  });
});

describe('places at work', () => {
  test('never hold more than allowed, let as many wait, and refuse the rest with 429 (ASVS 15.2.2)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5 }), fc.nat(5), fc.nat(20), async (most, waiting, asking) => {
        const places = new WorkQueue(most, waiting);
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

  test('are kept for no more than his share of one, and for nobody who has left', async () => {
    const places = new WorkQueue(1, 3, 2);
    let end = (): void => undefined;
    let left = false;
    const first = places.take(() => new Promise<void>((resolve) => (end = resolve)), { by: 'An' });
    const second = places.take(() => Promise.resolve('of one who has left'), { by: 'An', gone: () => left });
    await expect(places.take(() => Promise.resolve(), { by: 'An' })).rejects.toThrow();
    const others = ['Bình', 'Chi'].map((by) => places.take(() => Promise.resolve(by), { by }));
    await expect(places.take(() => Promise.resolve(), { by: 'Dũng' })).rejects.toThrow();
    left = true;
    const last = places.take(() => Promise.resolve('Dũng'), { by: 'Dũng' });
    await expect(second).rejects.toThrow();
    end();
    await first;
    await expect(Promise.all([...others, last])).resolves.toEqual(['Bình', 'Chi', 'Dũng']);
  });

  test('are free again after a failure', async () => {
    const places = new WorkQueue(1, 0);
    await expect(places.take(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(places.take(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});

describe('a token', () => {
  test('leaves only its digest, and no two are the same (ASVS 7.2.3)', () => {
    expect(new Set(Array.from({ length: 100 }, newToken))).toHaveProperty('size', 100);
    expect(Buffer.from(newToken(), 'base64url')).toHaveLength(32);
    expect(digestOf(newToken())).toMatch(/^[\w+/]{43}=$/);
    expect(digestOf(newKey())).toMatch(/^[\w+/]{43}=$/);
    for (const none of ['', 'x', 'x'.repeat(10_000)]) expect(digestOf(none)).toBeNull();
  });
});

describe('the successors of a refresh token', () => {
  const first = firstPair().refresh;

  test('are the same for the same salt, and others for another', () => {
    const [salt, other] = [newSalt(), newSalt()];
    expect(successorsOf(first, salt)).toEqual(successorsOf(first, salt));
    expect(successorsOf(first, salt)).not.toEqual(successorsOf(first, other));
    expect(successorsOf(firstPair().refresh, salt)).not.toEqual(successorsOf(first, salt));
  });

  test('are of its family through all generations, and of no other', () => {
    const digests = new Set([first.digest]);
    let token = first;
    for (let generation = 0; generation < 50; generation += 1) {
      token = successorsOf(token, newSalt()).refresh;
      digests.add(token.digest);
      expect(token.familyDigest).toBe(first.familyDigest);
      expect(refreshTokenIn(token.text)).toEqual(token);
    }
    expect(digests).toHaveProperty('size', 51);
    expect(firstPair().refresh.familyDigest).not.toBe(first.familyDigest);
  });

  test('follow nothing that is no token', () => {
    for (const none of ['', 'x'.repeat(42), 'x'.repeat(44), `${'x'.repeat(42)}=`])
      expect(refreshTokenIn(none)).toBeNull();
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

  test('gives no way to an answer that was asked for before, and came late', () => {
    const remembered = remembering();
    const [early, late] = [remembered.moment(), remembered.moment()];
    remembered.keep('a', { actor: { ...actor, name: 'Bình' }, goodForMs: 60_000 }, late);
    remembered.keep('a', goodFor(60_000), early);
    expect(remembered.get('a')?.name).toBe('Bình');
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

/** AES-256-GCM, said again apart from the program: twelve bytes of nonce, sixteen of tag. */
function openedByHand(sealed: string, key: Buffer, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8');
}

describe('a second factor', () => {
  test('reads the codes of RFC 6238, and of one step before and after (ASVS 6.5.5)', () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'; // the RFC's, in base32
    for (const [seconds, code] of [
      [59, '287082'],
      [1111111109, '081804'],
      [1234567890, '005924'],
      [2000000000, '279037'],
    ] as const) {
      const step = Math.floor(seconds / 30);
      for (const shift of [-30, 0, 30]) expect(stepOf(code, secret, (seconds + shift) * 1000)).toBe(step);
      for (const shift of [-60, 60]) expect(stepOf(code, secret, (seconds + shift) * 1000)).toBeNull();
    }
    for (const none of ['', '12345', '1234567', 'abcdef', '٢٨٧٠٨٢']) expect(stepOf(none, secret, 59_000)).toBeNull();
    expect(stepOf('287 082', secret, 59_000)).toBe(1);
  });

  test('has recovery codes of 160 bits, read however they are typed (ASVS 6.5.4, 11.5.1)', () => {
    const codes = [...newRecoveryCodes(), ...newRecoveryCodes()];
    expect(new Set(codes.map(digestOfRecovery))).toHaveProperty('size', 20);
    for (const code of codes) {
      expect(code.replaceAll('-', '')).toMatch(/^[A-Z2-7]{32}$/);
      expect(digestOfRecovery(code.toLowerCase().replaceAll('-', ' '))).toBe(digestOfRecovery(code));
    }
    expect(digestOfRecovery('ABCD-EFGH-IJKL-MNOP-QRST-UVWX')).toMatch(/^\S{44}$/); // as they were given before
    for (const none of ['', '123456', newSecret().slice(1)]) expect(digestOfRecovery(none)).toBeNull();
  });

  test('is sealed for its owner, with the operator’s key (ASVS 11.3.1, 11.3.2, 11.3.3)', () => {
    fc.assert(
      fc.property(fc.string(), fc.uuid(), (secret, owner) => {
        const [key, other] = [randomBytes(32), randomBytes(32)];
        const sealed = seal(secret, key, owner);
        expect(unsealedOrNull(sealed, key, owner)).toBe(secret);
        expect(openedByHand(sealed, key, owner)).toBe(secret);
        expect(seal(secret, key, owner)).not.toBe(sealed);
        expect(unsealedOrNull(sealed, other, owner)).toBeNull();
        expect(unsealedOrNull(sealed, key, `${owner}x`)).toBeNull();
        const bytes = Buffer.from(sealed, 'base64url');
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        expect(unsealedOrNull(bytes.toString('base64url'), key, owner)).toBeNull();
      }),
    );
  });
});
