import { PickType } from '@nestjs/swagger';
import { CorrectionOf, Entry, EntryOf, Items } from '../../platform/records/entries.js';
import { DeclaredFigure, IssuingBody, IssuingBodyNaming, RegistryDocument } from './document.entity.js';

const bodyKeys = ['level', 'parentId'] as const;
class BodyName extends PickType(IssuingBodyNaming, ['name', 'validFrom']) {}
export class IssuingBodyEntry extends EntryOf(IssuingBody, bodyKeys) {
  @Items(() => BodyName, { says: 'Its names, the first one at least', vi: 'tên', min: 1, max: 20 }) names!: BodyName[];
}
export class IssuingBodyCorrection extends CorrectionOf(IssuingBody, bodyKeys) {}
export class IssuingBodyNameEntry extends EntryOf(IssuingBodyNaming, ['name', 'validFrom']) {}
export class IssuingBodyNameCorrection extends CorrectionOf(IssuingBodyNaming, ['name', 'validFrom']) {}

const documentKeys = ['code', 'kind', 'number', 'issuedOn', 'issuingBodyId', 'title', 'url'] as const;
export class DocumentEntry extends EntryOf(RegistryDocument, documentKeys) {}
export class DocumentCorrection extends CorrectionOf(RegistryDocument, documentKeys) {}

class DeclaredItem extends PickType(DeclaredFigure, [
  'code',
  'relation',
  'value',
  'valueTo',
  'wording',
  'unit',
  'asOf',
  'note',
  'rank',
]) {}
export class DeclaredFiguresEntry extends Entry {
  @Items(() => DeclaredItem, { says: 'The figures, up to 100', vi: 'số liệu', min: 1, max: 100 })
  items!: DeclaredItem[];
}
