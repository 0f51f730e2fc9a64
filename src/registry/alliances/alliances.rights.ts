import { rights } from '../../platform/rights/rights.js';
import { AllianceView } from './alliance.view.js';

/** Administrators keep accounts, and the alliances that these belong to; what stands in them is the secretariat's. */
export const allianceRights = rights(AllianceView, ['read', 'found', 'record', 'correct', 'void'], (may) => [
  may('administrator', 'read', 'found').within('alliance'),
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('alliance'),
]);
