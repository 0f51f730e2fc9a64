import type { Words } from './language.js';

type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
/** Both languages must speak of the same things: an English text that names other parameters does not compile. */
type SpeaksOfTheSame<Vi extends string, En extends string> = [Placeholder<Vi>] extends [Placeholder<En>]
  ? [Placeholder<En>] extends [Placeholder<Vi>]
    ? unknown
    : never
  : never;

/** What a problem speaks of; what has a name of its own in each language is told in the reader's. */
export type ProblemParameter = string | number | Words;
export type ProblemParameters = Readonly<Record<string, ProblemParameter>>;

/** One refused field: where it stands in the request (JSON pointer), which rule it broke, and the rule's parameters. */
export interface FieldError {
  pointer: string;
  rule: string;
  params: ProblemParameters;
}

export interface ProblemDefinition {
  readonly code: string;
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
  /** The database constraints that prove this problem, when a race got past the guard clause. */
  readonly constraints: readonly string[];
  readonly retired: boolean;
}

/** What a use case throws when the answer is no. It leaves the server as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly definition: ProblemDefinition,
    readonly params: ProblemParameters = {},
    readonly errors: readonly FieldError[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(definition.code);
    this.name = 'Problem';
  }

  /** The same, told at the place in the request that it speaks of: a JSON pointer such as `/items/17/taxCode`. */
  at(pointer: string): Problem {
    const { definition, params, headers } = this;
    return new Problem(definition, params, [{ pointer, rule: definition.code, params }], headers);
  }
}

const definitions = new Map<string, ProblemDefinition>();
const proofs = new Map<string, ProblemDefinition>();

type Arguments<Name extends string> = [Name] extends [never] ? [] : [params: Readonly<Record<Name, ProblemParameter>>];

export type ProblemFactory<Name extends string> = ((...params: Arguments<Name>) => Problem) & ProblemDefinition;

/**
 * Declares something that can go wrong: a stable code, an HTTP status, and its words in both languages.
 * `{name}` in the words becomes a parameter that the compiler asks for. Name the constraint that proves the problem in
 * the database, and a lost race answers with the same words.
 *
 * @throws Error at load when a code or a constraint is declared twice.
 */
export function problem<const Vi extends string, const En extends string>(
  code: string,
  status: number,
  words: { title: Words; vi: Vi; en: En & SpeaksOfTheSame<Vi, En> },
  proof: { constraint?: string | readonly string[]; retired?: true } = {},
): ProblemFactory<Placeholder<Vi>> {
  const constraints = [proof.constraint ?? []].flat();
  const definition: ProblemDefinition = {
    code,
    status,
    title: words.title,
    detail: { vi: words.vi, en: words.en },
    constraints,
    retired: proof.retired ?? false,
  };
  if (definitions.has(code)) throw new Error(`The problem ${code} is declared twice.`);
  definitions.set(code, definition);
  for (const constraint of constraints) {
    if (proofs.has(constraint)) throw new Error(`The constraint ${constraint} proves two problems.`);
    proofs.set(constraint, definition);
  }
  const raise = (params: ProblemParameters = {}) => new Problem(definition, params);
  return Object.assign(raise, definition) as unknown as ProblemFactory<Placeholder<Vi>>;
}

/** The problem that a violated constraint proves, if one was declared. */
export const problemProvenBy = (constraint: string): ProblemDefinition | undefined => proofs.get(constraint);

/** Every problem declared so far, for the documentation and for the suite that counts which were seen. @public */
export const allProblems = (): ProblemDefinition[] => [...definitions.values()];

export const problemWithCode = (code: string): ProblemDefinition | undefined => definitions.get(code);
