import { fold } from './fold.js';

/** What everybody in the field writes in short, folded, and the words that it stands for. */
const IN_FULL = new Map([
  ['htx', 'hop tac xa'],
  ['lhhtx', 'lien hiep hop tac xa'],
  ['lmhtx', 'lien minh hop tac xa'],
  ['tht', 'to hop tac'],
  ['qtdnd', 'quy tin dung nhan dan'],
  ['ubnd', 'uy ban nhan dan'],
  ['hdqt', 'hoi dong quan tri'],
]);

const SPACES = /\s+/;

/** The `like` pattern of words to search: folded, in their order, whatever stands before, between and after them. */
export const searchPattern = (words: string): string => patternOf(fold(words).split(SPACES));

/**
 * The pattern of the same words with what is short among them in full, or else with what is in full in short, as a row
 * may hold either (`HTX Đông Hải`, `Hợp tác xã Đông Hải`); null when there is no other way to write them.
 */
export function patternInOtherWords(words: string): string | null {
  const folded = fold(words).split(SPACES);
  const inFull = folded.map((word) => IN_FULL.get(word) ?? word).join(' ');
  const typed = folded.join(' ');
  const other = inFull === typed ? inShort(typed) : inFull;
  return other === typed ? null : patternOf(other.split(' '));
}

const inShort = (words: string): string =>
  [...IN_FULL].reduce((text, [short, full]) => text.replaceAll(` ${full} `, ` ${short} `), ` ${words} `).trim();

const patternOf = (words: readonly string[]): string =>
  `%${words
    .filter((word) => word !== '')
    .map((word) => `${word.replace(/[\\%_]/g, '\\$&')}%`)
    .join('')}`;
