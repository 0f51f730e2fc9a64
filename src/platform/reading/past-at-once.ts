/**
 * A statement about the past that asks these tables row by row, by what no index of the log knows: each is put together once, at
 * the beginning, under the name of its view. Inside its own definition a name means the view of the past, and what it showed
 * everywhere after it.
 */
export function withPastAtOnce(text: string, tables: readonly string[] = []): string {
  if (tables.length === 0) return text;
  const views = tables.map((table) => `${table} as materialized (select * from ${table})`).join(', ');
  return text.startsWith('with ') ? `with ${views}, ${text.slice('with '.length)}` : `with ${views}\n${text}`;
}
