import { aboutRecord, historyOfRecord, ofItsParts } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';

/** An alliance sends delegates of several organisations: why one of them was named, or corrected, is told to no other's member. */
const ofOwnDelegates = `(:ownOrganizationId::uuid is null or e.table_name is distinct from 'delegates'
    or e.record_id = any(array(select d.id from delegates d left join delegations n on n.id = d.delegation_id
      where :ownOrganizationId in (d.organization_id, n.organization_id))))`;

/** With the substitutions, which belong to the delegate who leaves. */
export class DelegationHistoryView extends ReadModel({
  ...historyOfRecord,
  says: 'Something that was written about a delegation',
  where: `${aboutRecord(ofItsParts(['delegate_substitutions'], ['delegates', 'delegation_id']))} and ${ofOwnDelegates}`,
}) {}
