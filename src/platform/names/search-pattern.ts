import { fold } from './fold.js';

/** The `like` pattern of words to search: folded, in their order, whatever stands before, between and after them. */
export const searchPattern = (words: string): string =>
  `%${fold(words)
    .replace(/[\\%_]/g, '\\$&')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => `${word}%`)
    .join('')}`;

/** The words of a pattern. */
export const wordsOfPattern = (pattern: string): string =>
  pattern.replace(/\\(.)|%/g, (_, escaped?: string) => escaped ?? ' ').trim();
