import { rights } from '../../platform/rights/rights.js';
import { DocumentView, IssuingBodyView } from './document.view.js';

export const documentRights = rights(DocumentView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);

export const issuingBodyRights = rights(IssuingBodyView, ['read', 'record'], (may) => [
  may('secretariat', 'read', 'record').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);
