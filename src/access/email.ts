/**
 * How an e-mail address is sent and kept: in small letters, which are made here and nowhere else. PostgreSQL has another
 * small İ than JavaScript: who lowers in both counts one account under many names.
 */
export const emailWords = {
  max: 254,
  vi: 'thư điện tử',
  clean: (text: string): string => text.toLowerCase(),
} as const;
