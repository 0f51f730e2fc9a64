import { fold } from './fold.js';

/** What everybody in the field writes in short, folded, and the words that it stands for. */
export const abbreviations = new Map([
  ['htx', 'hop tac xa'],
  ['lhhtx', 'lien hiep hop tac xa'],
  ['lmhtx', 'lien minh hop tac xa'],
  ['tht', 'to hop tac'],
  ['qtdnd', 'quy tin dung nhan dan'],
  ['ubnd', 'uy ban nhan dan'],
  ['hdqt', 'hoi dong quan tri'],
]);

const SPACES = /\s+/;
const LETTER = /[\p{L}\p{N}]/u;
/** So many letters of an abbreviation tell which one is being typed. */
const TELLING = 2;

/** The `like` pattern of words to search: folded, in their order, whatever stands before, between and after them. */
export const searchPattern = (words: string): string => patternOf(wordsIn(words));

/**
 * The pattern of the same words with what is short among them in full, or else with what is in full in short, as a row
 * may hold either (`HTX Đông Hải`, `Hợp tác xã Đông Hải`); null when there is no other way to write them.
 */
export function patternInOtherWords(words: string): string | null {
  const folded = wordsIn(words);
  const alone = folded.length === 1;
  const inFull = folded
    .map((word) => abbreviations.get(word) ?? (alone ? whatBegins(word) : undefined) ?? word)
    .join(' ');
  const typed = folded.join(' ');
  const other = inFull === typed ? inShort(typed) : inFull;
  return other === typed ? null : patternOf(other.split(' '));
}

/** Without the marks around each, which a name may lack or have elsewhere: of `"Thanh Đạm" (cơ sở 2)` the words are searched. */
function wordsIn(words: string): string[] {
  const typed = fold(words).split(SPACES);
  const named = typed.filter((word) => LETTER.test(word));
  return (named.length > 0 ? named : typed).map(bare);
}

function bare(word: string): string {
  const marks = [...word];
  const first = marks.findIndex((mark) => LETTER.test(mark));
  const last = marks.findLastIndex((mark) => LETTER.test(mark));
  return first < 0 ? word : marks.slice(first, last + 1).join('');
}

/**
 * What a word alone is on its way to: somebody who types `QTDND` sees what he means from `QT` on. After other words it may be the
 * beginning of any (`HTX Th`), and those before it are what is written in two ways.
 */
const whatBegins = (word: string): string | undefined =>
  word.length < TELLING ? undefined : [...abbreviations].find(([short]) => short.startsWith(word))?.[1];

const inShort = (words: string): string =>
  [...abbreviations].reduce((text, [short, full]) => text.replaceAll(` ${full} `, ` ${short} `), ` ${words} `).trim();

const patternOf = (words: readonly string[]): string =>
  `%${words
    .filter((word) => word !== '')
    .map((word) => `${word.replace(/[\\%_]/g, '\\$&')}%`)
    .join('')}`;
