import { Injectable } from '@nestjs/common';
import { Reader } from '../platform/reading/reader.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { withinAsked } from '../platform/reading/within-asked.js';
import type { Act } from '../platform/rights/act.js';
import { linkTo, wantedFilters, type FigureSource, type Filters } from './list-behind.js';
import { percentage } from './percentage.js';

/** What the rows say, and where they are. */
export interface Behind {
  recorded: number | null;
  /** The upper end, where the rows set or tell a range. */
  recordedTo: number | null;
  rowCount: number;
  /** The list of just these rows. */
  rows: string;
  /** Of a percentage: what it is a share of, and the list of that. */
  wholeCount: number | null;
  wholeRows: string | null;
}

/** Of what is no percentage. */
export const NO_WHOLE = { wholeCount: null, wholeRows: null };

/** Takes a number from the very list that its link opens. */
@Injectable()
export class RowsBehind {
  constructor(private readonly reader: Reader) {}

  /** @param wording the declared words, where the figure is no number: `recorded` counts the rows that have them */
  async of(source: FigureSource, wording: string | null, wanted: Wanted, act: Act): Promise<Behind> {
    const { model, filters, measure, ever = false } = source;
    const narrowed = (by: Filters): Wanted => ({ ...wanted, ever, filters: wantedFilters(by) });
    const own = withinAsked(narrowed(filters), act);
    const count = (by: Filters) => this.reader.count(model, narrowed(by), own);
    const sum = (field: string) => this.reader.sum(model, field, narrowed(filters), own);
    if (typeof measure === 'object' && 'wordsIn' in measure) {
      const worded = { ...filters, [measure.wordsIn]: [wording ?? ''] };
      const [rowCount, all] = [await count(worded), await count(filters)];
      const rows = linkTo({ ...source, filters: worded }, wanted);
      return { recorded: all === 0 ? null : rowCount, recordedTo: null, rowCount, rows, ...NO_WHOLE };
    }
    const rowCount = await count(filters);
    const behind = { recordedTo: null, rowCount, rows: linkTo(source, wanted), ...NO_WHOLE };
    if (measure === 'count') return { recorded: rowCount, ...behind };
    if (measure === 'bounds') return { recorded: await sum('low'), ...behind, recordedTo: await sum('high') };
    if ('sumOf' in measure) {
      const { sumOf, upTo } = measure;
      return { recorded: await sum(sumOf), ...behind, recordedTo: upTo === undefined ? null : await sum(upTo) };
    }
    const wholeCount = await count(measure.percentOf);
    const wholeRows = linkTo({ ...source, filters: measure.percentOf }, wanted);
    return { ...behind, recorded: percentage(rowCount, wholeCount), wholeCount, wholeRows };
  }
}
