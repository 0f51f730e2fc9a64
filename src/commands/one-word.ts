/** A text as one word of a shell, whatever is in it. */
export const oneWord = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
