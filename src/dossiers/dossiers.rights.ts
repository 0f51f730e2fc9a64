import { rights } from '../platform/rights/rights.js';
import { OwnOrganization } from './own-organization.view.js';
import { PersonDossier } from './person-dossier.view.js';

export const personDossierRights = rights(PersonDossier, ['read'], (may) => [
  may('secretariat', 'read').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);

/** Only a member's account speaks for an organisation. */
export const ownOrganizationRights = rights(OwnOrganization, ['read'], (may) => [
  may('member', 'read').within('organization'),
]);
