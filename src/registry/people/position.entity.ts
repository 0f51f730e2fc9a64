import { openList } from '../../platform/records/code-list.js';
import { CorrectionOf, Entry, EntryOf } from '../../platform/records/entries.js';
import { Code, Day, Reference } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const positionCodes = openList('position');

@Record('positions', {
  says: 'A position that a person holds in an organisation, from a day until a day',
  vi: 'Chức vụ',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class Position extends RegistryRecord {
  @Reference('people', { says: 'Who holds it', vi: 'người giữ' }) personId!: string;
  @Reference('organizations', { says: 'In which organisation', vi: 'tổ chức' }) organizationId!: string;
  @Code(positionCodes, { says: 'Position', vi: 'chức vụ', example: 'director' }) position!: string;
  @Day({ says: 'First day in office', vi: 'từ ngày', example: '2018-03-20' }) validFrom!: string;
  @Day({ says: 'First day no longer in office', vi: 'đến trước ngày', optional: true, example: '2023-03-20' })
  validTo!: string | null;
  @Reference('documents', { says: 'The decision or minutes', vi: 'quyết định, biên bản', optional: true })
  documentId!: string | null;
}

export class PositionEntry extends EntryOf(Position, [
  'personId',
  'organizationId',
  'position',
  'validFrom',
  'validTo',
  'documentId',
]) {}
export class PositionCorrection extends CorrectionOf(Position, ['position', 'validFrom', 'validTo', 'documentId']) {}
/** The day is required here: it is optional only while the position is held. */
export class EndingEntry extends Entry {
  @Day({ says: 'First day no longer in office', vi: 'ngày thôi giữ chức vụ', example: '2023-03-20' }) endedOn!: string;
}
