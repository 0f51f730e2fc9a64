import { rights } from '../../platform/rights/rights.js';
import { MembershipView } from './membership.view.js';

export const membershipRights = rights(
  MembershipView,
  ['read', 'admit', 'correct', 'categorize', 'suspend', 'end', 'void'],
  (may) => [
    may('secretariat', 'read', 'admit', 'correct', 'categorize', 'suspend', 'end', 'void').within('alliance'),
    may('auditor', 'read').within('alliance'),
    may('member', 'read').within('organization'),
  ],
);
