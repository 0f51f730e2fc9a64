import { rights } from '../../platform/rights/rights.js';
import { PersonView } from './person.view.js';

/** A person's history tells of positions in all organisations: more than one of them may see. */
export const personRights = rights(PersonView, ['read', 'readHistory', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'readHistory', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read', 'readHistory').within('alliance'),
  may('member', 'read').within('organization'),
]);
