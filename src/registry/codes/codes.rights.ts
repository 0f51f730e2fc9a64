import { rights } from '../../platform/rights/rights.js';
import { CodeListView } from './code.view.js';

export const codeRights = rights(CodeListView, ['read'], (may) => [
  may('administrator', 'read').everywhere(),
  may('secretariat', 'read').everywhere(),
  may('auditor', 'read').everywhere(),
  may('member', 'read').everywhere(),
]);
