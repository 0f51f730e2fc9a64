import { closedList, type CodeOf } from '../records/code-list.js';

/** What the log tells of. */
export const auditActions = closedList('audit_action', [
  'insert',
  'update',
  'void',
  'delete',
  'read',
  'export',
  'sign_in',
  'sign_in_refused',
  'second_factor_asked',
  'password_reset',
  'session_reuse',
  'sign_out',
  'refusal',
  'erase',
]);

/** What is noted by the program; a trigger notes writes, and `erase_person` what it erases. */
export type AccessAction = Exclude<CodeOf<typeof auditActions>, 'insert' | 'update' | 'void' | 'delete' | 'erase'>;
