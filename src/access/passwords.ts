import { hash, verify } from '@node-rs/argon2';
import { setImmediate as aTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { WorkQueue } from '../platform/queue/work-queue.js';

/** argon2id (the library's default) as OWASP recommends it: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What every field of a password says; its length is in characters (UTF-16 units). */
export const passwordWords = { max: 128, verbatim: true, audit: 'secret' } as const;

/** Verified for unknown accounts, so that they answer no sooner; nobody knows its password. */
const NOBODYS = '$argon2id$v=19$m=19456,t=2,p=1$KLj4rRu3j3cW3JiADbje7g$FtxkS9mDLtU57rpZ2GY82UHuCvF8vUjpFug6bbrSXxc';

/** Each hashing takes a CPU and 19 MiB for some 20 ms: a flood of sign-ins must not take them all. */
const MOST_AT_ONCE = 4;
const MOST_WAITING = 8;

/** The form in which passwords are compared: two keyboards may send the same text in two ways. */
export const normalPassword = (password: string): string => password.normalize('NFC');

@Injectable()
export class Passwords {
  private readonly places = new WorkQueue(MOST_AT_ONCE, MOST_WAITING);

  /**
   * @param judge what looks at a new password first, in the same place: that takes a CPU too
   * @throws Problem 429 when too many wait already, and what the judge throws
   */
  hash(password: string, judge: () => Promise<void> = () => Promise.resolve()): Promise<string> {
    return this.places.take(async () => {
      await aTurn(); // judging blocks: everybody else comes in between, and is refused where too many wait
      await judge();
      return hash(normalPassword(password), cost);
    });
  }

  /**
   * Whether it is the password behind a hash; without one (no such account) it is not, and that takes as long.
   * @throws Problem 429 when too many wait already
   */
  async fits(password: string, passwordHash: string | null): Promise<boolean> {
    const fits = await this.places.take(() => verify(passwordHash ?? NOBODYS, normalPassword(password)));
    return fits && passwordHash !== null;
  }
}
