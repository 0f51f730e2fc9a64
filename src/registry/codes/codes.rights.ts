import { rights } from '../../platform/rights/rights.js';
import { CodeListView } from './code.view.js';
import { OwnCodeView } from './own-code.view.js';

export const codeRights = rights(CodeListView, ['read'], (may) => [
  may('administrator', 'read').everywhere(),
  may('secretariat', 'read').everywhere(),
  may('auditor', 'read').everywhere(),
  may('member', 'read').everywhere(),
]);

export const ownCodeRights = rights(OwnCodeView, ['read', 'add', 'correct'], (may) => [
  may('secretariat', 'read', 'add', 'correct').within('alliance'),
  may('auditor', 'read').within('alliance'),
]);
