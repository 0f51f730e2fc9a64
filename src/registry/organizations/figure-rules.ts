import { fieldRule } from '../../platform/problems/field-rules.js';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { FieldRule } from '../../platform/records/declare.js';
import { today } from '../../platform/time/day.js';

const NEGATIVE = fieldRule('negative', { vi: 'Không được âm.', en: 'It must not be negative.' });

const counting = ['members', 'regular_workers', 'seasonal_workers'];
const money = ['charter_capital', 'total_capital', 'revenue', 'income_per_worker'];

const neverNegative = new Set([...counting, ...money]);
/** Heads, and sums in đồng. */
const whole = new Set([...counting, ...money, 'profit']);
const measured = (beside?: object) => (beside as { measure?: string } | undefined)?.measure ?? '';

/** Rules of a value by what is measured; a profit may be a loss, and of a measure of one's own nothing is known. */
export const figureRules: readonly FieldRule[] = [
  {
    rule: 'not-an-integer',
    holds: (value, beside) => !whole.has(measured(beside)) || Number.isSafeInteger(value),
  },
  {
    rule: NEGATIVE,
    holds: (value, beside) => !neverNegative.has(measured(beside)) || (value as number) >= 0,
  },
];

/** There are no figures of a year that has not begun. */
export const yearBegun: FieldRule = {
  rule: 'in-the-future',
  holds: (year) => (year as number) <= Number(today().slice(0, 4)),
};

/** For a correction, which does not name what is measured. @throws Problem 422 at `/value` */
export function refuseUnfitFigure(figure: { measure: string; value: number }): void {
  const broken = figureRules.find(({ holds }) => !holds(figure.value, figure));
  if (broken) throw invalidField('/value', broken.rule);
}
