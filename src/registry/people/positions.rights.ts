import { rights } from '../../platform/rights/rights.js';
import { PositionView } from './position.view.js';

export const positionRights = rights(PositionView, ['read', 'record', 'correct', 'end', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'end', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);
