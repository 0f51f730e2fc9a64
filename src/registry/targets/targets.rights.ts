import { rights } from '../../platform/rights/rights.js';
import { SectorStatisticView } from './sector-statistic.view.js';
import { SupportedModelView } from './supported-model.view.js';
import { TargetView } from './target.view.js';

export const targetRights = rights(TargetView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('alliance'),
]);

export const supportedModelRights = rights(SupportedModelView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);

export const statisticRights = rights(SectorStatisticView, ['read', 'record', 'revise', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'revise', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('alliance'),
]);
