import { execFile } from 'node:child_process';

export interface Ended {
  code: number;
  said: string;
}

/** Runs a program of ours to its end, whatever that is. */
export const run = (words: string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, words, { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
