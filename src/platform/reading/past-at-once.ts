/**
 * A statement about the past that asks these tables row by row, where the log has no index that helps: a leading `with` builds the view
 * of each once, under the view's own name. Inside its definition that name still means the view, and after it what was built.
 */
export function withPastAtOnce(text: string, tables: readonly string[] = []): string {
  if (tables.length === 0) return text;
  const views = tables.map((table) => `${table} as materialized (select * from ${table})`).join(', ');
  return text.startsWith('with ') ? `with ${views}, ${text.slice('with '.length)}` : `with ${views}\n${text}`;
}
