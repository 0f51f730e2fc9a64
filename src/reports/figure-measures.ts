import { Injectable } from '@nestjs/common';
import { Reader } from '../platform/reading/reader.js';
import type { Wanted } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { linkTo, wantedFilters, type FigureSource } from './figures.js';

/** What the rows say about a figure (for words: how many have them); null where there are no rows to ask. */
export interface Measured {
  recorded: number | null;
  rowCount: number;
  rows: string;
}

/** Asks the rows for a figure, as its source says. */
@Injectable()
export class FigureMeasures {
  constructor(private readonly reader: Reader) {}

  async measure(source: FigureSource, wording: string | null, wanted: Wanted, act: Act): Promise<Measured> {
    const { model, measure } = source;
    const narrowed =
      typeof measure === 'object' && 'wordsIn' in measure
        ? { ...source, filters: { ...source.filters, [measure.wordsIn]: [wording ?? ''] } }
        : source;
    const list = { ...wanted, filters: wantedFilters(narrowed.filters) };
    const rowCount = await this.reader.count(model, list, act);
    const plain = { ...wanted, filters: wantedFilters(source.filters) };
    return { recorded: await this.recorded(source, rowCount, plain, act), rowCount, rows: linkTo(narrowed, wanted) };
  }

  private async recorded({ model, measure }: FigureSource, rowCount: number, list: Wanted, act: Act) {
    if (measure === 'count') return rowCount;
    if ('sumOf' in measure) return this.reader.sum(model, measure.sumOf, list, act);
    const among = 'wordsIn' in measure ? list : { ...list, filters: wantedFilters(measure.percentOf) };
    const whole = await this.reader.count(model, among, act);
    if (whole === 0) return null;
    return 'wordsIn' in measure ? rowCount : (100 * rowCount) / whole;
  }
}
