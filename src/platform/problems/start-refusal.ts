/** The program cannot start and nothing was damaged. The message is one sentence for the operator. */
export class StartRefusal extends Error {}

const REASONS: [RegExp, (place: string) => string][] = [
  [
    /no space left|quota exceeded/i,
    (place) => `The disk that holds ${place} is full: free some space and start again.`,
  ],
  [
    /read-only file system/i,
    (place) => `The disk that holds ${place} is read-only: make it writable or choose another folder.`,
  ],
  [
    /permission denied|operation not permitted/i,
    (place) =>
      `The account that runs this program may not read or write ${place}: start as its owner or choose another folder.`,
  ],
  [/no such file or directory, mkdir/i, (place) => `The folder ${place} cannot be made here: choose another one.`],
  [/illegal operation on a directory/i, (place) => `${place} is a folder, where a file must be: name the file.`],
  [/not a directory|file already exists/i, (place) => `${place} cannot be a folder, because a file stands in its way.`],
];

/**
 * The refusal behind what Node or PostgreSQL says when the disk, not the program, is at fault.
 * @param said message of a Node file error, or the output of initdb or postgres
 * @returns undefined when the cause is something else
 */
export function refusalBehind(said: string, place: string): StartRefusal | undefined {
  const reason = REASONS.find(([pattern]) => pattern.test(said));
  return reason && new StartRefusal(reason[1](place));
}
