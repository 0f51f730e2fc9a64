import type { Client } from './client.js';
import { nextNumber } from './makers.js';
import type { Json } from './reply.js';

/** The shapes that the article's three targets have: the rest of `POST /targets` beside the term. */
export const shapes = {
  models: { shape: 'range_per_term', low: 3, high: 5, unit: 'mô hình', source: 'supported_models' },
  founded: { shape: 'floor_per_year', low: 30, unit: 'HTX', source: 'cooperatives_founded' },
  training: {
    shape: 'percentage',
    low: 100,
    unit: '%',
    population: 'Cán bộ quản lý HTX đương nhiệm',
    source: 'training_coverage',
  },
} as const satisfies Record<string, Json>;

/** A target of a term: `POST /targets`. */
export const target = (termId: string, of: Json = shapes.models, more: Json = {}): Json => ({
  termId,
  code: `target.t${nextNumber()}`,
  name: 'Chỉ tiêu của nhiệm kỳ',
  ...of,
  ...more,
});

/** A published number: `POST /sector-statistics`. */
export const statistic = (more: Json = {}): Json => ({
  figure: `sector.f${nextNumber()}`,
  relation: 'approx',
  value: 2600,
  unit: 'tổ hợp tác',
  asOf: '2020-11-27',
  producer: 'Liên minh HTX thành phố',
  ...more,
});

/** Begins a term of the client's alliance, and answers its id. */
export async function beginsTerm(by: Client, validFrom: string, validTo: string): Promise<string> {
  const code = by.name === 'otherAlliance' ? 'QN' : 'HP';
  const { items } = await by.get('alliances', { code }).is();
  const name = `${validFrom.slice(0, 4)}–${validTo.slice(0, 4)}`;
  const { body } = await by.post(`alliances/${items[0]?.['id']}/terms`, { name, validFrom, validTo }).created();
  const terms = body['terms'] as { id: string; validFrom: string }[];
  return String(terms.find((term) => term.validFrom === validFrom)?.id);
}
