import { rights } from '../../platform/rights/rights.js';
import { OrganizationView } from './organization.view.js';

export const organizationRights = rights(OrganizationView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);
