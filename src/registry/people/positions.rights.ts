import { rights } from '../../platform/rights/rights.js';
import { ManagerPositionView } from './manager-position.view.js';
import { PositionView } from './position.view.js';

export const positionRights = rights(PositionView, ['read', 'record', 'correct', 'end', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'end', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);

export const managerPositionRights = rights(ManagerPositionView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);
