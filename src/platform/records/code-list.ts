/**
 * A list of codes. Its rows with their labels live in the database (`codes`, one partition a list), where columns
 * reference them. A closed list repeats its codes here, because the program decides by them (a test holds both equal);
 * an open list is the alliance's own and has only rows.
 */
export interface CodeList<Code extends string = string> {
  readonly list: string;
  readonly codes: readonly Code[] | null;
}
/** A list whose codes the program knows. */
export interface ClosedList<Code extends string = string> extends CodeList<Code> {
  readonly codes: readonly Code[];
}
export type CodeOf<List> = List extends CodeList<infer Code> ? Code : never;

/** Whether something is written as codes and the names of their lists are; "is there such a code" is the database's to say. */
export const isCode = (value: unknown): boolean => typeof value === 'string' && /^[a-z][a-z0-9_]{0,62}$/.test(value);

/**
 * Codes `c` that an actor may know: everybody's, and those that its own alliance, one below it or one above it has added.
 * Over `:ownAllianceIds`, whose first is its own.
 */
export const codesWithinReach = `(c.alliance_id is null or c.alliance_id = any(:ownAllianceIds)
    or c.alliance_id in (select id from alliance_and_above((:ownAllianceIds::uuid[])[1])))`;

const declared = new Map<string, CodeList>();

/**
 * Every code list that the program names, for the test that holds them to the database.
 * @public
 */
export const allCodeLists = (): CodeList[] => [...declared.values()];

function declare<List extends CodeList>(list: List): List {
  if (declared.has(list.list)) throw new Error(`The code list ${list.list} is declared twice.`);
  declared.set(list.list, list);
  return list;
}

export const closedList = <const Codes extends readonly string[]>(
  list: string,
  codes: Codes,
): ClosedList<Codes[number]> => declare({ list, codes });

/** A list that the alliance extends. */
export const openList = (list: string): CodeList => declare({ list, codes: null });
