import { fieldRule } from '../platform/problems/field-rules.js';
import { invalidField } from '../platform/problems/request.problems.js';
import { fold } from '../platform/names/fold.js';
import type { Role } from '../platform/rights/roles.js';
import { ownWords, withoutOwnWords } from './own-words.js';
import { normalPassword } from './passwords.js';

const COMMON_PASSWORD = fieldRule('common-password', {
  vi: 'Quá dễ đoán vì là mật khẩu phổ biến hoặc được tạo từ mật khẩu phổ biến.',
  en: 'It is easily guessed: a common password, or made of one.',
});
const OWN_WORDS = fieldRule('own-words', {
  vi: 'Quá dễ đoán vì được tạo từ tên của tổ chức, của tài khoản hoặc của chính sổ này.',
  en: 'It is easily guessed: made of the names of the organisation, the account or this registry.',
});

/** In characters (UTF-16 units). */
export const leastPassword = (role: Role): number => (role === 'administrator' || role === 'secretariat' ? 15 : 12);

/** Fewer guesses than an attacker with the hash makes in a day: ten unforeseen characters are enough, whatever they are. */
const LEAST_GUESSES = 1e10;
/** Looked at for what is common: more characters take longer, and add nothing to what is weak at its start. */
const MOST_LOOKED_AT = 24;

/** A password to be judged: of which role, which names must not be in it, and where it stands in the request. */
interface NewPassword {
  password: string;
  role: Role;
  /** Names of its account, organisation and alliance. */
  names: readonly string[];
  pointer?: string;
}

/**
 * Refuses a password that is quick to guess: too short for its role, common (also with spaces or marks in it), or made of the organisation's own words.
 * There is no rule about kinds of characters.
 * @throws Problem 422 that names the rule
 */
export async function refuseWeakPassword({ password, role, names, pointer = '/password' }: NewPassword): Promise<void> {
  const text = normalPassword(password);
  const min = leastPassword(role);
  if (text.length < min) throw invalidField(pointer, 'too-short', { min });
  const { guessesFor } = await import('./common-passwords.js');
  const isWeak = (part: string): boolean => guessesFor(part.slice(0, MOST_LOOKED_AT)) < LEAST_GUESSES;
  if (isWeak(text)) throw invalidField(pointer, COMMON_PASSWORD);
  const left = withoutOwnWords(text, ownWords(names));
  if (left !== null && isWeak(left)) throw invalidField(pointer, OWN_WORDS);
  if (isWeak(fold(text).replaceAll(' ', ''))) throw invalidField(pointer, COMMON_PASSWORD);
}
