import { rights } from '../platform/rights/rights.js';

export const reportRights = rights({ name: 'Reports', scopes: { alliance: 'm.alliance_id' } }, ['read'], (may) => [
  may('secretariat', 'read').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);
