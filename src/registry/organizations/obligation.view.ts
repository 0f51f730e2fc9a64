import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, writesOf } from '../../platform/reading/view-fields.js';
import { begunLater } from '../codes/code-on-day.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { obligationKinds, organizationKinds, organizingLaws } from './organization.entity.js';
import { OrganizationName } from './organization-name.view.js';
import { obligationWarnings } from './obligation-warnings.js';
import { foundedByDay, isNoMore } from './status-on-day.js';

/** It was to convert or to be dissolved: what a law still asked of an organisation lapses with it. */
const standing = `ob.voided_at is null and owner.voided_at is null and ${foundedByDay('owner')}
    and not ${begunLater(organizingLaws, 'ob.law', ':asOf')} and (ob.done_on is not null or ${isNoMore('owner.id')} is not true)`;

/** Obligations across organisations: a conversion rate is those done among those that had to. */
export class ObligationView extends ReadModel({
  says: 'What a law asks of an organisation',
  from: 'organization_obligations ob join organizations owner on owner.id = ob.organization_id',
  inForce: standing,
  scopes: { alliance: 'ob.alliance_id', organization: 'ob.organization_id' },
  version: 'ob.version',
  updatedAt: 'ob.updated_at',
  fields: {
    id: id('ob.id', 'Its id'),
    organization: one(OrganizationName, 'o.id = ob.organization_id', 'The organisation'),
    law: code(organizingLaws, 'ob.law', 'The law', { filter: 'is' }),
    kind: code(obligationKinds, 'ob.kind', 'What it asks', { filter: 'is' }),
    dueOn: day('ob.due_on', 'Deadline', { nullable: true, filter: 'range' }),
    doneOn: day('ob.done_on', 'Day it was done', { nullable: true, filter: 'range' }),
    document: one(Paper, 'd.id = ob.document_id', 'The document that proves it'),
    warnings: obligationWarnings,
    ...writesOf('ob'),
  },
  filters: {
    ...byPaper('ob.document_id = :documentId'),
    allianceId: { says: 'The alliance that keeps its record', kind: 'id', sql: 'ob.alliance_id = :allianceId' },
    organizationKind: {
      says: 'Kind of organisation',
      kind: 'code',
      sql: 'owner.kind = :organizationKind',
      codes: organizationKinds,
    },
    done: { says: 'Done by the day asked for', kind: 'flag', sql: '(coalesce(ob.done_on <= :asOf, false)) = :done' },
  },
}) {}
