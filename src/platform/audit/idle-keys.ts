/** Of which keys the signatures of a note say that they are, by the four bytes that each begins with. */
export const signersOf = (note: string): string[] =>
  note
    .slice(note.indexOf('\n\n'))
    .split('\n')
    .filter((line) => line.startsWith('— '))
    .map((line) => Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('hex', 0, 4));

/** The same four bytes of a key, `name+hash+base64`. */
const signerOf = (key: string): string => key.split('+')[1] ?? '';

/**
 * Keys in the table of the log that signed nothing, and that nobody believes: who enters one there keeps the servers from starting with
 * the log's own.
 * @param believed those that whoever verifies knows for the log's
 */
export function idleKeys(table: readonly string[], believed: readonly string[], notes: Iterable<string>): string[] {
  const signers = new Set(believed.map((key) => signerOf(key.trim())));
  for (const note of notes) for (const signer of signersOf(note)) signers.add(signer);
  return table.filter((key) => !signers.has(signerOf(key)));
}
