import { fold } from './fold.js';

/** What everybody in the field types in short, folded, and the words that it stands for. */
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

/** The pattern of the same words with what is short among them in full; null when nothing is. */
export function patternInFull(words: string): string | null {
  const folded = fold(words).split(SPACES);
  return folded.some((word) => IN_FULL.has(word)) ? patternOf(folded.map((word) => IN_FULL.get(word) ?? word)) : null;
}

const patternOf = (words: readonly string[]): string =>
  `%${words
    .filter((word) => word !== '')
    .map((word) => `${word.replace(/[\\%_]/g, '\\$&')}%`)
    .join('')}`;
