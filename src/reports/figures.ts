import type { ReadModel } from '../platform/reading/read-model.js';
import { AwardView } from '../registry/awards/award.view.js';
import { CongressView } from '../registry/congresses/congress.view.js';
import { DelegateView } from '../registry/congresses/delegate.view.js';
import { FigureView } from '../registry/organizations/figure.view.js';
import { ObligationView } from '../registry/organizations/obligation.view.js';
import { OrganizationView } from '../registry/organizations/organization.view.js';
import { MembershipView } from '../registry/memberships/membership.view.js';
import { SectorStatisticView } from '../registry/targets/sector-statistic.view.js';
import { TargetView } from '../registry/targets/target.view.js';
import type { Filters, ListBehind } from './list-behind.js';

/**
 * What answers a declared figure: a list, narrowed. The figure is counted from the very list that its link opens, so
 * that the number and its rows cannot disagree.
 */
export interface FigureSource extends ListBehind {
  readonly model: ReadModel;
  /**
   * How the number comes from the rows: their count, the sum of a field, their share among wider rows, or the bounds (`low`
   * and `high`) that the row itself sets; words that were declared are looked for in a field, and the rows that have them
   * are counted.
   */
  readonly measure:
    'count' | 'bounds' | { readonly sumOf: string } | { readonly percentOf: Filters } | { readonly wordsIn: string };
}

const operatingCooperatives = {
  kind: ['cooperative', 'cooperative_union', 'peoples_credit_fund'],
  status: ['operating'],
};
const conversions = { law: ['cooperatives_2012'], kind: ['conversion'] };

const cityCongress = {
  model: CongressView,
  path: 'congresses',
  filters: { level: ['provincial'], startsOnFrom: ['2020-11-27'], startsOnTo: ['2020-11-27'] },
} as const;
/** Those named to the national congress after the city's. */
const nationalDelegates = (kind: string): FigureSource => ({
  model: DelegateView,
  path: 'delegates',
  filters: { congressLevel: ['national'], congressFrom: ['2020-11-27'], congressTo: ['2021-12-31'], kind: [kind] },
  measure: 'count',
});

export const MOVEMENT_2017_2020 = 'Thi đua xây dựng và phát triển kinh tế tập thể 2017–2020';
const awardsOfMovement = (recipientKind: string, issuingBodyLevel?: string): FigureSource => ({
  model: AwardView,
  path: 'awards',
  filters: {
    movement: [MOVEMENT_2017_2020],
    recipientKind: [recipientKind],
    ...(issuingBodyLevel && { issuingBodyLevel: [issuingBodyLevel] }),
  },
  measure: 'count',
});

/** The figures that the registry's rows can answer so far. */
export const figureSources: Readonly<Record<string, FigureSource>> = {
  'congress.ordinal': { ...cityCongress, measure: { sumOf: 'ordinal' } },
  'congress.motto': { ...cityCongress, measure: { wordsIn: 'motto' } },
  'delegation.official': nationalDelegates('official'),
  'delegation.alternate': nationalDelegates('alternate'),
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
    measure: { sumOf: 'value' },
  },
  'sector.workers': {
    model: FigureView,
    path: 'organization-figures',
    filters: { measure: ['regular_workers'], year: ['2020'] },
    measure: { sumOf: 'value' },
  },
  'sector.converted': {
    model: ObligationView,
    path: 'obligations',
    filters: { ...conversions, done: ['true'] },
    measure: { percentOf: conversions },
  },
  'awards.collective': awardsOfMovement('collective'),
  'awards.individual': awardsOfMovement('individual'),
  'awards.city.collective': awardsOfMovement('collective', 'province'),
  'awards.city.individual': awardsOfMovement('individual', 'province'),
  'awards.vca.collective': awardsOfMovement('collective', 'alliance_national'),
  'awards.vca.individual': awardsOfMovement('individual', 'alliance_national'),
  'sector.cooperative_groups': {
    model: SectorStatisticView,
    path: 'sector-statistics',
    filters: { figure: ['sector.cooperative_groups'] },
    measure: { sumOf: 'value' },
  },
  'target.models': declaredTarget('target.models'),
  'target.training': declaredTarget('target.training'),
  'target.founded': declaredTarget('target.founded'),
};

/** A target that a document declares, beside the target that the registry holds to. */
function declaredTarget(code: string): FigureSource {
  return { model: TargetView, path: 'targets', filters: { code: [code] }, measure: 'bounds' };
}
