import { inVietnamese } from '../problems/language.js';
import type { Column, Value } from './table.js';

const [NARROWEST, WIDEST] = [10, 60];

/** A column's width in characters: as its longest cell among the first, within reason. */
export function widthOf({ heading, kind }: Column, rows: readonly (readonly Value[])[], at: number): number {
  if (kind === 'day') return 12;
  if (kind === 'instant') return 20;
  const lengths = rows
    .slice(0, 200)
    .map((row) => (kind === 'number' ? inVietnamese(Number(row[at] ?? 0)) : String(row[at] ?? '')).length);
  return Math.min(WIDEST, Math.max(NARROWEST, heading.length / 2, ...lengths) + 2);
}
