import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, decimal, flag, id, text, writesOf, year } from '../../platform/reading/view-fields.js';
import { Paper } from '../documents/paper.view.js';
import { organizationKinds, yearlyMeasures } from './organization.entity.js';
import { OrganizationName } from './organization-name.view.js';

/** Yearly figures across organisations, each with its source. */
export class FigureView extends ReadModel({
  says: 'A figure of one organisation in one year',
  from: 'organization_figures f join organizations owner on owner.id = f.organization_id',
  inForce: 'f.voided_at is null and owner.voided_at is null and f.year <= extract(year from cast(:asOf as date))',
  scopes: { alliance: 'f.alliance_id', organization: 'f.organization_id' },
  version: 'f.version',
  updatedAt: 'f.updated_at',
  fields: {
    id: id('f.id', 'Its id'),
    organization: one(OrganizationName, 'o.id = f.organization_id', 'The organisation'),
    year: year('f.year', 'Year', { filter: 'is' }),
    measure: code(yearlyMeasures, 'f.measure', 'What is measured', { filter: 'is' }),
    value: decimal('f.value', 'Value; money in VND'),
    producer: text('f.producer', 'Who produced the figure', { nullable: true }),
    checked: flag('f.checked', 'Whether somebody checked it', { filter: 'is' }),
    document: one(Paper, 'd.id = f.document_id', 'The paper it stands in'),
    ...writesOf('f'),
  },
  filters: {
    allianceId: { says: 'The alliance that keeps its record', kind: 'id', sql: 'f.alliance_id = :allianceId' },
    organizationKind: {
      says: 'Kind of organisation',
      kind: 'code',
      sql: 'owner.kind = :organizationKind',
      codes: organizationKinds,
    },
  },
}) {}
