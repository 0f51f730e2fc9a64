import { closedList } from '../../platform/records/code-list.js';
import { inForceOnDay } from '../../platform/reading/on-day.js';
import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text, warnings, writesOf } from '../../platform/reading/view-fields.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { isNoMore, foundedAfter } from '../organizations/status-on-day.js';
import { modelKinds } from './supported-model.entity.js';

const codes = closedList('model_warning', ['organization_not_founded', 'organization_ended']);

/** Of model `sm`: whether there is such an organisation on its first day. */
const modelWarnings = warnings(codes, {
  organization_not_founded: `sm.voided_at is null
        and ${foundedAfter('sm.organization_id', 'sm.valid_from')}`,
  organization_ended: `sm.voided_at is null and ${isNoMore('sm.organization_id', 'sm.valid_from')}`,
});

export class SupportedModelView extends ReadModel({
  says: 'An organisation that is a model on a day',
  from: 'supported_models sm',
  inForce: `sm.voided_at is null and ${inForceOnDay('sm')}`,
  scopes: { alliance: 'sm.alliance_id', organization: 'sm.organization_id' },
  version: 'sm.version',
  updatedAt: 'sm.updated_at',
  order: 'validFrom',
  calledBy: ['organization.code', 'organization.name'],
  fields: {
    id: id('sm.id', 'Its id'),
    allianceId: id('sm.alliance_id', 'The alliance that supports it', { filter: 'is' }),
    organization: one(OrganizationName, 'o.id = sm.organization_id', 'The organisation, by its name on the day'),
    kind: code(modelKinds, 'sm.kind', 'Kind of model', { filter: 'is' }),
    validFrom: day('sm.valid_from', 'First day as a model', { filter: 'range', sort: true, example: '2021-09-01' }),
    validTo: day('sm.valid_to', 'First day no longer a model', {
      nullable: true,
      filter: 'range',
      beyond: 'sm.voided_at is null',
    }),
    evidence: text('sm.evidence', 'What shows that it is one', { nullable: true }),
    document: one(Paper, 'd.id = sm.document_id', 'The decision'),
    warnings: modelWarnings,
    ...writesOf('sm'),
  },
  filters: {
    ...byPaper('sm.document_id = :documentId'),
    ...ofOrganization('Models that are this organisation', 'sm.organization_id = :organizationId'),
    first: {
      says: 'Only those whose organisation was no model of this kind before (from `validFromFrom` on, where that is asked), or only the others',
      kind: 'flag',
      sql: `(not exists (select from supported_models earlier
        where earlier.organization_id = sm.organization_id and earlier.kind = sm.kind and earlier.voided_at is null
        and earlier.valid_from < sm.valid_from and earlier.valid_from >= coalesce(:validFromFrom::date, '-infinity'))) = :first`,
    },
    voided: {
      says: 'Only those that were taken back as entered by mistake, or only those that were not',
      kind: 'flag',
      sql: '(sm.voided_at is not null) = :voided',
    },
  },
}) {}
