import { rights } from '../platform/rights/rights.js';
import { OwnOrganization } from './own-organization.view.js';
import { PersonalData } from './personal-data.view.js';
import { PersonDossier } from './person-dossier.view.js';

export const personDossierRights = rights(PersonDossier, ['read'], (may) => [
  may('secretariat', 'read').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);

/** Who answers a person that asks what is held about him. */
export const personalDataRights = rights(PersonalData, ['export'], (may) => [
  may('secretariat', 'export').within('alliance'),
]);

/** Only a member's account speaks for an organisation. */
export const ownOrganizationRights = rights(OwnOrganization, ['read'], (may) => [
  may('member', 'read').within('organization'),
]);
