/**
 * Constraints that no caller can violate, so that no problem needs to say them in words: each with the reason why. The
 * count fails on one that is not in the database.
 */
export const structural: Readonly<Record<string, string>> = {
  code_lists_list_check: 'migrations write code lists, callers never',
  codes_code_check: 'migrations write codes, callers never',
};

/** Problems that no story can meet on a server that is well: each with what shows it instead. */
export const unprovoked: Readonly<Record<string, string>> = {
  unexpected: 'stands for a fault of the program; a story that met it would have found one',
};
