/** A statement as PostgreSQL takes it, and the names of the values that fill `$1`, `$2`, … */
export interface PreparedText {
  readonly text: string;
  readonly names: readonly string[];
}

/** `:name` but not the cast `::name`. */
const PARAMETER = /(?<![:\w]):([a-z]\w*)/g;

/** The values in the order of their names. @throws Error for a name without a value: as null it would find nothing, and a guard clause would let everything pass */
export const inOrder = (names: readonly string[], values: Readonly<Record<string, unknown>>): unknown[] =>
  names.map((name) => {
    if (!(name in values)) throw new Error(`The statement asks for :${name}, and nothing is given for it.`);
    return values[name];
  });

/** Turns `:asOf` and its like into `$n`, each name numbered once. */
export function numbered(sql: string): PreparedText {
  const names: string[] = [];
  const text = sql.replace(PARAMETER, (_, name: string) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text, names };
}

/** A statement with its values in their places. @throws Error for a name without a value */
export function filled(sql: string, given: Readonly<Record<string, unknown>>): { text: string; values: unknown[] } {
  const { text, names } = numbered(sql);
  return { text, values: inOrder(names, given) };
}
