import { rights } from '../../platform/rights/rights.js';
import { DocumentView } from './document.view.js';
import { IssuingBodyView } from './issuing-body.view.js';

export const documentRights = rights(DocumentView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);

export const issuingBodyRights = rights(IssuingBodyView, ['read', 'record', 'correct', 'void'], (may) => [
  may('secretariat', 'read', 'record', 'correct', 'void').within('alliance'),
  may('auditor', 'read').within('alliance'),
  may('member', 'read').within('alliance'),
]);
