const LONE_SURROGATE = /\p{Cs}/u;
const MARKS = /\p{M}+/gu;
/** On one letter; no language writes more (UAX #15, stream-safe text), and to order them takes the square of their number. */
const MOST_MARKS = 30;
const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_NEWLINE = /[^\P{Cc}\n]/u;
/** No-break and other spaces that word processors put into names, which nobody types when searching. */
const ANY_SPACE = /\p{Zs}/gu;
/** Several at once, as spreadsheets leave them inside a name; in many lines they may be an indent. */
const RUN_OF_SPACES = /\p{Zs}+/gu;
/**
 * Soft hyphens, zero-width and direction marks, which come along from web pages; the joiner stays inside an emoji. And the
 * letters of other scripts that are drawn as nothing: the fillers of Hangul, the empty cell of Braille.
 */
const INVISIBLE = /[^\P{Cf}\u200d]|\u200d(?!\p{Extended_Pictographic})|[\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
/** What makes a text say something; a unit may be `%` or `₫` alone. */
const SAYING = /[\p{L}\p{N}\p{Sc}%‰°]/u;

/** Whether a text says anything: marks and dashes alone do not. */
export const saysSomething = (text: string): boolean => SAYING.test(text);

/**
 * The one rule of all text: NFC, plain spaces, on one line never two in a row, trimmed, without invisible marks, NUL, control characters, lone surrogates and letters with more than 30 marks.
 * @param options.multiline keeps line feeds (`\r\n` becomes `\n`)
 */
export function cleanText(value: string, { multiline = false } = {}): string | null {
  if (LONE_SURROGATE.test(value)) return null;
  const lines = (multiline ? value.replaceAll('\r\n', '\n') : value).replace(INVISIBLE, '');
  if (lines.match(MARKS)?.some((marks) => marks.length > MOST_MARKS)) return null;
  const text = lines
    .normalize('NFC')
    .replace(multiline ? ANY_SPACE : RUN_OF_SPACES, ' ')
    .trim();
  return (multiline ? CONTROL_BUT_NEWLINE : CONTROL).test(text) ? null : text;
}
