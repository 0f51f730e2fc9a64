import { CorrectionOf, Entry, EntryOf, Items } from '../../platform/records/entries.js';
import { IntersectionType, PickType } from '@nestjs/swagger';
import {
  Organization,
  OrganizationAddress,
  OrganizationFigure,
  OrganizationNaming,
  OrganizationObligation,
  OrganizationStatus,
} from './organization.entity.js';

const own = [
  'kind',
  'taxCode',
  'registrationNumber',
  'field',
  'sector',
  'foundedOn',
  'foundedPrecision',
  'organizingLaw',
] as const;

class OrganizationFirstName extends PickType(OrganizationNaming, ['name', 'shortName', 'validFrom']) {}
class FirstAddress extends PickType(OrganizationAddress, ['placeId', 'line', 'validFrom']) {}
class FirstStatus extends PickType(OrganizationStatus, ['status', 'validFrom', 'documentId']) {}

/** A new organisation with everything that must be known of it from the start. */
export class OrganizationItem extends PickType(Organization, own) {
  @Items(() => OrganizationFirstName, { says: 'Its names, the first one at least', vi: 'tên', min: 1, max: 20 })
  names!: OrganizationFirstName[];
  @Items(() => FirstAddress, { says: 'Its seats', vi: 'địa chỉ', max: 20 }) addresses?: FirstAddress[];
  @Items(() => FirstStatus, { says: 'Its statuses, the first one at least', vi: 'tình trạng', min: 1, max: 20 })
  statuses!: FirstStatus[];
}

export class OrganizationEntry extends IntersectionType(OrganizationItem, Entry) {}

/** Many new organisations, all or nothing. */
export class OrganizationBatch extends Entry {
  @Items(() => OrganizationItem, { says: 'Up to 500 organisations', vi: 'tổ chức', min: 1, max: 500 })
  items!: OrganizationItem[];
}

export class OrganizationCorrection extends CorrectionOf(Organization, own) {}
export class OrganizationNameCorrection extends CorrectionOf(OrganizationNaming, ['name', 'shortName', 'validFrom']) {}
export class RenamingEntry extends EntryOf(OrganizationNaming, ['name', 'shortName', 'validFrom']) {}
export class MoveEntry extends EntryOf(OrganizationAddress, ['placeId', 'line', 'validFrom']) {}
export class StatusEntry extends EntryOf(OrganizationStatus, ['status', 'validFrom', 'documentId']) {}
export class ObligationEntry extends EntryOf(OrganizationObligation, [
  'law',
  'kind',
  'dueOn',
  'doneOn',
  'documentId',
]) {}

class Figure extends PickType(OrganizationFigure, ['year', 'measure', 'value', 'producer', 'checked', 'documentId']) {}
export class FiguresEntry extends Entry {
  @Items(() => Figure, { says: 'Figures of one or several years', vi: 'số liệu', min: 1, max: 200 }) items!: Figure[];
}
export class ObligationCorrection extends CorrectionOf(OrganizationObligation, ['dueOn', 'doneOn', 'documentId']) {}
export class FigureCorrection extends CorrectionOf(OrganizationFigure, [
  'value',
  'producer',
  'checked',
  'documentId',
]) {}
