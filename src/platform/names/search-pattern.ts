import { fold } from './fold.js';

/**
 * What everybody in the field types in short, folded, with the words that it stands for. Their first letters, in their
 * order, are in the short form and in the long one: a name is met however it was entered.
 */
const SHORT = new Map([
  ['htx', 'hop tac xa'],
  ['lhhtx', 'lien hiep hop tac xa'],
  ['lmhtx', 'lien minh hop tac xa'],
  ['tht', 'to hop tac'],
  ['qtdnd', 'quy tin dung nhan dan'],
  ['ubnd', 'uy ban nhan dan'],
  ['hdqt', 'hoi dong quan tri'],
]);

/** The `like` pattern of words to search: folded, in their order, whatever stands before, between and after them. */
export const searchPattern = (words: string): string =>
  `%${fold(words)
    .replace(/[\\%_]/g, '\\$&')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${lettersOf(word)}%`)
    .join('')}`;

const lettersOf = (word: string): string =>
  SHORT.get(word)
    ?.split(' ')
    .map((long) => long[0])
    .join('%') ?? word;
