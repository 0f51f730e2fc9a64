import { readFileSync } from 'node:fs';
import { refusalBehind, StartRefusal } from '../problems/start-refusal.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the secrets that stand in files, where systemd, containers and vaults leave them: `NAME_FILE` is the
 * path of the file that holds the value of `NAME`. A file that is read shows up neither in the environment nor in `/proc`.
 * @throws StartRefusal where both are set, or the file cannot be read
 */
export function withSecretsOfFiles(environment: Environment, names: readonly string[]): Environment {
  const secrets = names.flatMap((name) => {
    const file = environment[`${name}_FILE`]?.trim();
    if (!file) return [];
    if (environment[name]?.trim())
      throw new StartRefusal(`Both ${name} and ${name}_FILE are set: leave one of them out.`);
    return [[name, contentOf(file, name)]];
  });
  return { ...environment, ...Object.fromEntries(secrets) };
}

function contentOf(file: string, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new StartRefusal(`There is no file ${file}, which ${name}_FILE names.`);
    throw refusalBehind(message, file) ?? error;
  }
}
