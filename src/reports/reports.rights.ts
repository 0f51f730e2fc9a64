import { rights } from '../platform/rights/rights.js';

/** Each report says itself which column ties its rows to an alliance: here only that there is such a scope counts. */
export const reportRights = rights({ name: 'Reports', scopes: { alliance: '' } }, ['read'], (may) => [
  may('secretariat', 'read').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);
