/** A Vietnamese name in its parts: họ, đệm, tên. A single word is a given name alone. */
export interface PersonName {
  readonly family: string;
  readonly middle: string;
  readonly given: string;
}

/** The first word is the family name, the last the given name, the rest the middle. */
export function personName(whole: string): PersonName {
  const words = whole.trim().split(/\s+/);
  const given = words.at(-1) ?? '';
  return { family: words.length > 1 ? (words[0] ?? '') : '', middle: words.slice(1, -1).join(' '), given };
}
