/** Typographic marks as the keyboard has them. */
const KEYBOARD: readonly (readonly [RegExp, string])[] = [
  [/[“”]/g, '"'],
  [/[‘’]/g, "'"],
  [/[‐-―]/g, '-'],
  [/…/g, '...'],
];

/**
 * A text as search compares it: lower case, without diacritics, đ as d (and ð, which older encodings leave in its place), plain quotes and dashes. The twin of the
 * database's `registry.fold` for what Vietnamese names are written with, so that what a reader types meets what the rows
 * hold; letters of other languages (ø, ß) the database folds further.
 */
export function fold(text: string): string {
  const letters = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐðÐ]/g, 'd')
    .toLowerCase()
    .normalize('NFC');
  return KEYBOARD.reduce((folded, [mark, plain]) => folded.replace(mark, plain), letters);
}
