import { rights } from '../../platform/rights/rights.js';
import { CongressView } from './congress.view.js';
import { DelegateView } from './delegate.view.js';
import { DelegationView } from './delegation.view.js';

const actions = ['read', 'record', 'correct', 'void'] as const;

export const congressRights = rights(CongressView, actions, (may) => [
  may('secretariat', ...actions).within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);
export const delegationRights = rights(DelegationView, actions, (may) => [
  may('secretariat', ...actions).within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);
export const delegateRights = rights(DelegateView, [...actions, 'substitute'], (may) => [
  may('secretariat', ...actions, 'substitute').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('organization'),
]);
