import type { ReadModel } from '../platform/reading/read-model.js';
import { AwardView } from '../registry/awards/award.view.js';
import { CongressView } from '../registry/congresses/congress.view.js';
import { DelegateView } from '../registry/congresses/delegate.view.js';
import { FigureView } from '../registry/organizations/figure.view.js';
import { ObligationView } from '../registry/organizations/obligation.view.js';
import { cooperativeKinds } from '../registry/organizations/organization.entity.js';
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
   * How the number comes from the rows: their count, the sum of a field (up to that of another, where they tell a range), their share among wider rows, or the bounds (`low`
   * and `high`) that the row itself sets; words that were declared are looked for in a field, and the rows that have them
   * are counted.
   */
  readonly measure:
    | 'count'
    | 'bounds'
    | { readonly sumOf: string; readonly upTo?: string }
    | { readonly percentOf: Filters }
    | { readonly wordsIn: string };
}

const operatingCooperatives = { kind: cooperativeKinds, status: ['operating'] };
const conversions = { law: ['cooperatives_2012'], kind: ['conversion'] };

/** Whose congress it was on the day. */
const cityCongress = (measure: FigureSource['measure']) => (day: string) =>
  source(CongressView, 'congresses', { level: ['provincial'], startsOnFrom: [day], startsOnTo: [day] }, measure);
/** Those named to the national congress that follows the city's, until the end of the next year. */
const nationalDelegates = (kind: string) => (day: string) =>
  source(DelegateView, 'delegates', {
    congressLevel: ['national'],
    congressFrom: [day],
    congressTo: [`${yearOf(day) + 1}-12-31`],
    kind: [kind],
  });

export const MOVEMENT_2017_2020 = 'Thi đua xây dựng và phát triển kinh tế tập thể 2017–2020';
/** No figure says of which movement it counts the awards: that of 2020 does, and others have no rows to be told by. */
const awardsOfMovement = (recipientKind: string, issuingBodyLevel?: string) => (day: string) =>
  yearOf(day) !== 2020
    ? null
    : source(AwardView, 'awards', {
        movement: [MOVEMENT_2017_2020],
        recipientKind: [recipientKind],
        ...(issuingBodyLevel && { issuingBodyLevel: [issuingBodyLevel] }),
      });

const yearlyFigures = (measure: string) => (day: string) =>
  source(FigureView, 'organization-figures', { measure: [measure], year: [String(yearOf(day))] }, { sumOf: 'value' });

/** A target that a document declares, beside the target that the registry holds to for the term of the figure's day. */
const declaredTarget = (code: string) => (day: string) => ({
  ...source(TargetView, 'targets', { code: [code], termOn: [day] }, 'bounds'),
  ever: true as const,
});

/** The figures that the registry's rows can answer so far, by the day that a figure speaks of: null where it says too little. */
const sources: Readonly<Record<string, (day: string) => FigureSource | null>> = {
  'congress.ordinal': cityCongress({ sumOf: 'ordinal' }),
  'congress.motto': cityCongress({ wordsIn: 'motto' }),
  'delegation.official': nationalDelegates('official'),
  'delegation.alternate': nationalDelegates('alternate'),
  'members.represented': () => source(MembershipView, 'memberships', {}),
  'sector.cooperatives': () => source(OrganizationView, 'organizations', operatingCooperatives),
  // "2017–2020": no figure says of how many years it is; that of 2020 is of four.
  'sector.founded': (day) =>
    yearOf(day) !== 2020
      ? null
      : source(OrganizationView, 'organizations', {
          kind: ['cooperative'],
          foundedOnFrom: [`${yearOf(day) - 3}-01-01`],
          foundedOnTo: [`${yearOf(day)}-12-31`],
        }),
  'sector.members': yearlyFigures('members'),
  'sector.workers': yearlyFigures('regular_workers'),
  'sector.converted': () =>
    source(ObligationView, 'obligations', { ...conversions, done: ['true'] }, { percentOf: conversions }),
  'awards.collective': awardsOfMovement('collective'),
  'awards.individual': awardsOfMovement('individual'),
  'awards.city.collective': awardsOfMovement('collective', 'province'),
  'awards.city.individual': awardsOfMovement('individual', 'province'),
  'awards.vca.collective': awardsOfMovement('collective', 'alliance_national'),
  'awards.vca.individual': awardsOfMovement('individual', 'alliance_national'),
  'sector.cooperative_groups': () =>
    source(
      SectorStatisticView,
      'sector-statistics',
      { figure: ['sector.cooperative_groups'] },
      { sumOf: 'value', upTo: 'valueTo' },
    ),
  'target.models': declaredTarget('target.models'),
  'target.training': declaredTarget('target.training'),
  'target.founded': declaredTarget('target.founded'),
};

/**
 * What answers a figure that a document of an alliance declares, of the rows that this alliance keeps: whoever asks, and
 * whatever alliances below it have of their own. Null where no rows can.
 */
export function figureSource(code: string, day: string, allianceId: string): FigureSource | null {
  const found = sources[code]?.(day) ?? null;
  if (found === null) return null;
  const own = (filters: Filters): Filters => ({ allianceId: [allianceId], ...filters });
  const { filters, measure } = found;
  const wider = typeof measure === 'object' && 'percentOf' in measure ? { percentOf: own(measure.percentOf) } : measure;
  return { ...found, filters: own(filters), measure: wider };
}

function source(
  model: ReadModel,
  path: string,
  filters: Filters,
  measure: FigureSource['measure'] = 'count',
): FigureSource {
  return { model, path, filters, measure };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
