/** A step of a guide: commands, and what the words after them say that the answer holds. */
export interface Step {
  heading: string;
  commands: string;
  /** `"total":263` and its like, as quoted in the text up to the next commands or heading. */
  quoted: string[];
}

const FENCE = /^```sh\n([^]*?)^```$/m;

/** The steps of a Markdown page, in their order. */
export function stepsOf(page: string): Step[] {
  return page.split(/^(?=## )/m).flatMap((section) => {
    const heading = /^## (.+)$/m.exec(section)?.[1] ?? '';
    const [, ...parts] = section.split(FENCE);
    return Array.from({ length: parts.length / 2 }, (_, i) => ({
      heading,
      commands: parts[2 * i] ?? '',
      quoted: [...(parts[2 * i + 1] ?? '').matchAll(/`("[^`]+)`/g)].map(([, text = '']) => text),
    }));
  });
}

/** Between the answers of two steps. */
const END_OF_STEP = '-- end of step --';

/** One script that runs all steps in one shell and stops at the first command that fails. */
export const scriptOf = (steps: readonly Step[]): string =>
  ['set -eu', ...steps.map(({ commands }) => `${commands}\nprintf '\\n%s\\n' '${END_OF_STEP}'`)].join('\n');

export const answersIn = (output: string): string[] => output.split(END_OF_STEP).slice(0, -1);
