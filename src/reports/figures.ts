import type { ReadModel } from '../platform/reading/read-model.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { FigureView } from '../registry/organizations/figure.view.js';
import { ObligationView } from '../registry/organizations/obligation.view.js';
import { OrganizationView } from '../registry/organizations/organization.view.js';
import { MembershipView } from '../registry/memberships/membership.view.js';
import { SectorStatisticView } from '../registry/targets/sector-statistic.view.js';
import { TargetView } from '../registry/targets/target.view.js';

export type Filters = Readonly<Record<string, readonly string[]>>;

/**
 * What answers a declared figure: a list, narrowed. The figure is counted from the very list that its link opens, so
 * that the number and its rows cannot disagree.
 */
export interface FigureSource {
  readonly model: ReadModel;
  readonly path: string;
  readonly filters: Filters;
  /**
   * How the number comes from the rows: their count, the sum of `value`, their share among wider rows, or the bounds
   * (`low` and `high`) that the row itself sets.
   */
  readonly measure: 'count' | 'sum' | 'bounds' | { readonly percentOf: Filters };
}

const operatingCooperatives = {
  kind: ['cooperative', 'cooperative_union', 'peoples_credit_fund'],
  status: ['operating'],
};
const conversions = { law: ['cooperatives_2012'], kind: ['conversion'] };

/** The figures that the registry's rows can answer so far. */
export const figureSources: Readonly<Record<string, FigureSource>> = {
  'members.represented': { model: MembershipView, path: 'memberships', filters: {}, measure: 'count' },
  'sector.cooperatives': {
    model: OrganizationView,
    path: 'organizations',
    filters: operatingCooperatives,
    measure: 'count',
  },
  'sector.founded': {
    model: OrganizationView,
    path: 'organizations',
    filters: { kind: ['cooperative'], foundedOnFrom: ['2017-01-01'], foundedOnTo: ['2020-12-31'] },
    measure: 'count',
  },
  'sector.members': {
    model: FigureView,
    path: 'organization-figures',
    filters: { measure: ['members'], year: ['2020'] },
    measure: 'sum',
  },
  'sector.workers': {
    model: FigureView,
    path: 'organization-figures',
    filters: { measure: ['regular_workers'], year: ['2020'] },
    measure: 'sum',
  },
  'sector.converted': {
    model: ObligationView,
    path: 'obligations',
    filters: { ...conversions, done: ['true'] },
    measure: { percentOf: conversions },
  },
  'sector.cooperative_groups': {
    model: SectorStatisticView,
    path: 'sector-statistics',
    filters: { figure: ['sector.cooperative_groups'] },
    measure: 'sum',
  },
  'target.models': declaredTarget('target.models'),
  'target.training': declaredTarget('target.training'),
  'target.founded': declaredTarget('target.founded'),
};

/** A target that a document declares, beside the target that the registry holds to. */
function declaredTarget(code: string): FigureSource {
  return { model: TargetView, path: 'targets', filters: { code: [code] }, measure: 'bounds' };
}

/** The filters of a list as a wish, and as the query of its link. */
export const wantedFilters = (filters: Filters): Wanted['filters'] =>
  Object.entries(filters).map(([name, values]) => ({ name, values }));

export function linkTo({ path, filters }: FigureSource, { asOf, knownAt }: Wanted): string {
  const query = new URLSearchParams(
    Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  query.set('asOf', asOf);
  if (knownAt) query.set('knownAt', knownAt);
  return `/api/v1/${path}?${query}`;
}
