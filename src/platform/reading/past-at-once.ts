/**
 * The beginning of a statement about the past that asks these tables row by row, by what no index of the log knows: each is put
 * together once, under the name of its view. Inside its own definition a name means the view of the past, and what it showed
 * everywhere after it.
 */
export const atOnce = (tables: readonly string[] = []): string =>
  tables.length === 0
    ? ''
    : `with ${tables.map((table) => `${table} as materialized (select * from ${table})`).join(', ')}\n`;
