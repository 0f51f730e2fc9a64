import { hash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_S = 30;
/** Steps before and after the present one whose code is taken too: clocks differ, and typing takes time. */
export const TOLERANCE = 1;

/** TOTP (RFC 6238) as every app knows it: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: string, label: string): TOTP =>
  new TOTP({ issuer: 'HTX', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: PERIOD_S });

/** 160 random bits, in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What an app scans. */
export const urlOf = (secret: string, label: string): string => totpOf(secret, label).toString();

/** The time step whose code this is, or null when it is none of about now. */
export function stepOf(code: string, secret: string, now = Date.now()): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null; // the library compares bytes, and fails on others
  const delta = totpOf(secret, '').validate({ token, window: TOLERANCE, timestamp: now });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
}

const RECOVERY_CODES = 10;

/** Ten recovery codes, each 32 characters of base32 in groups of four. Nobody finds 160 bits by guessing, so no slow hash. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => newSecret().replace(/(.{4})(?=.)/g, '$1-'));

/** Those given until November 2026 had 120 bits, and open as before. */
const BEFORE = 24;

/** What is kept of a recovery code: its SHA-256, however it is typed. Null for what can be none. */
export function digestOfRecovery(code: string): string | null {
  const plain = code.toUpperCase().replace(/[^A-Z2-7]/g, '');
  return plain.length === 32 || plain.length === BEFORE ? hash('sha256', plain, 'base64') : null;
}
