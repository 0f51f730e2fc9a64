import { fold } from '../platform/names/fold.js';

/** What anybody would try first at a registry of cooperatives. */
const OF_THE_HOUSE = ['htx', 'hợp tác xã', 'liên minh', 'liên minh hợp tác xã', 'LMHTX', 'quỹ tín dụng', 'registry'];

/** Shorter than this, a syllable by itself is found in any sentence. */
const SHORTEST_WORD = 3;

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');

/** A name as it is typed into a password: whole, two words at a time, one word; without marks and spaces. */
const typedAs = (name: string): string[] => {
  const words = wordsOf(name);
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`);
  return [words.join(''), ...pairs, ...words];
};

/** The words that a password must not be made of, the longest first: of the house, and of these names. */
export function ownWords(names: readonly string[]): string[] {
  const typed = [...OF_THE_HOUSE, ...names].flatMap(typedAs).filter((word) => word.length >= SHORTEST_WORD);
  return [...new Set(typed)].sort((a, b) => b.length - a.length);
}

/** What is left of a password without such words; null when it holds none. */
export function withoutOwnWords(password: string, words: readonly string[]): string | null {
  const plain = fold(password).replace(/[\s._-]+/g, '');
  const left = words.reduce((text, word) => text.replaceAll(word, ''), plain);
  return left === plain ? null : left;
}
