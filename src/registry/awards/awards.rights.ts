import { rights } from '../../platform/rights/rights.js';
import { AwardDecisionView } from './award-decision.view.js';
import { AwardFormView } from './award-form.view.js';
import { AwardView } from './award.view.js';

export const awardFormRights = rights(AwardFormView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('alliance'),
]);

export const awardDecisionRights = rights(AwardDecisionView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);

export const awardRights = rights(AwardView, ['read', 'correct', 'revoke', 'readRevocation', 'void'], (may) => [
  may('secretariat', 'read', 'correct', 'revoke', 'readRevocation', 'void').within('alliance'),
  may('auditor', 'read', 'readRevocation').within('alliance'),
  may('member', 'read').within('organization'),
]);
