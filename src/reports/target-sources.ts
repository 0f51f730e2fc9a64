import { cooperativeKinds } from '../registry/organizations/organization.entity.js';
import { OrganizationView } from '../registry/organizations/organization.view.js';
import { SectorStatisticView } from '../registry/targets/sector-statistic.view.js';
import { SupportedModelView } from '../registry/targets/supported-model.view.js';
import { figureRelations } from '../registry/documents/document.entity.js';
import type { Span } from '../registry/targets/progress.js';
import type { Target } from '../registry/targets/target.entity.js';
import { ManagerCoverageView } from '../registry/training/coverage.view.js';
import { source, type FigureSource, type Filters } from './list-behind.js';

/** How a number is meant that something was reached by. */
const NOT_AT_MOST = figureRelations.codes.filter((relation) => relation !== 'lte');

export type Measured = Pick<Target, 'allianceId' | 'source' | 'statisticFigure'>;

/** The rows that a target is measured by, within a span. */
export function sourceOf({ allianceId, source: by, statisticFigure }: Measured, { from, to }: Span): FigureSource {
  const own = { allianceId: [allianceId] };
  switch (by) {
    case 'supported_models': {
      // One that ended since was a model all the same, and one that became a model again is no other.
      const filters = { ...own, validFromFrom: [from], validFromTo: [to], first: ['true'], voided: ['false'] };
      return { ...source(SupportedModelView, 'supported-models', filters), ever: true };
    }
    case 'cooperatives_founded': {
      const filters = { ...own, kind: ['cooperative'], foundedOnFrom: [from], foundedOnTo: [to] };
      return source(OrganizationView, 'organizations', filters);
    }
    case 'training_coverage':
    case 'cooperative_training_coverage': {
      const period = { ...own, from: [from], to: [to] };
      const managers: Filters = by === 'training_coverage' ? period : { ...period, kind: cooperativeKinds };
      const trained = { ...managers, trained: ['true'] };
      return source(ManagerCoverageView, 'training-coverage/managers', trained, { percentOf: managers });
    }
    case 'statistic': {
      // A number of before the span says nothing of it, nor does one that tells only how many there are at most.
      const filters = { ...own, figure: [statisticFigure ?? ''], relation: NOT_AT_MOST, asOfFrom: [from] };
      return source(SectorStatisticView, 'sector-statistics', filters, { sumOf: 'value' });
    }
  }
}
