import { rights } from '../rights/rights.js';
import { AuditEventView } from './audit-event.view.js';
import { CheckpointView } from './tree.view.js';

export const auditRights = rights(AuditEventView, ['read'], (may) => [may('auditor', 'read').within('alliance')]);

/** Hashes say nothing about those of whom the events speak: every auditor sees all of them. */
export const treeRights = rights(CheckpointView, ['read'], (may) => [may('auditor', 'read').everywhere()]);
