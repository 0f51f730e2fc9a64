import { PickType } from '@nestjs/swagger';
import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import { CorrectionOf, EntryOf, Items } from '../../platform/records/entries.js';
import { Code, Day, Integer, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const allianceLevels = closedList('alliance_level', ['national', 'provincial']);
export const allianceBodyKinds = closedList('alliance_body_kind', [
  'congress',
  'executive_committee',
  'standing_committee',
  'inspection_committee',
]);

/** Belongs to itself: the database makes its `allianceId` of its id. */
@Record('alliances', {
  says: 'An alliance that keeps a registry',
  vi: 'Liên minh Hợp tác xã',
  scopes: { alliance: 'id' },
})
export class Alliance extends RegistryRecord {
  @Text({ max: 20, says: 'Code that people quote', vi: 'mã', example: 'HP' }) code!: string;
  @Code(allianceLevels, { says: 'Level', vi: 'cấp', example: 'provincial' }) level!: CodeOf<typeof allianceLevels>;
  @Reference('alliances', { says: 'The alliance above it', vi: 'Liên minh cấp trên', optional: true }) parentId!:
    string | null;
  @Reference('places', { says: 'Its territory', vi: 'địa bàn', optional: true }) placeId!: string | null;
}

@Record('alliance_names', { says: 'A name, in force until the next one', vi: 'Tên Liên minh' })
export class AllianceNaming extends RegistryRecord {
  @Text({ max: 300, says: 'Name', vi: 'tên', example: 'Liên minh Hợp tác xã thành phố Hải Phòng' }) name!: string;
  @Day({ says: 'First day of this name', vi: 'từ ngày', example: '1994-07-01' }) validFrom!: string;
}

@Record('alliance_terms', { says: 'A term of office; two of one alliance never overlap', vi: 'Nhiệm kỳ' })
export class AllianceTerm extends RegistryRecord {
  @Text({ max: 40, says: 'Name', vi: 'tên', example: '2020–2025' }) name!: string;
  @Day({ says: 'First day', vi: 'từ ngày', example: '2020-11-27' }) validFrom!: string;
  @Day({
    says: 'First day of the time after; null until it is known',
    vi: 'đến trước ngày',
    optional: true,
    example: '2025-11-27',
  })
  validTo!: string | null;
}

@Record('alliance_bodies', { says: 'A body of an alliance in a term, with its seats', vi: 'Cơ quan của Liên minh' })
export class AllianceBody extends RegistryRecord {
  @Code(allianceBodyKinds, { says: 'Kind', vi: 'cơ quan', example: 'standing_committee' })
  kind!: CodeOf<typeof allianceBodyKinds>;
  @Reference('alliance_terms', { says: 'The term', vi: 'nhiệm kỳ' }) termId!: string;
  @Integer({ min: 1, max: 10_000, says: 'Seats, filled or not', vi: 'số lượng ủy viên', example: 27 }) seats!: number;
}

class AllianceFirstName extends PickType(AllianceNaming, ['name', 'validFrom']) {}

/** A new alliance below another one. */
export class AllianceEntry extends EntryOf(Alliance, ['code', 'level', 'placeId']) {
  @Reference('alliances', { says: 'The alliance above it: your own, or one below it', vi: 'Liên minh cấp trên' })
  parentId!: string;
  @Items(() => AllianceFirstName, { says: 'Its names, the first one at least', vi: 'tên', min: 1, max: 20 })
  names!: AllianceFirstName[];
}
export class AllianceCorrection extends CorrectionOf(Alliance, ['code', 'placeId']) {}
export class AllianceNameEntry extends EntryOf(AllianceNaming, ['name', 'validFrom']) {}
export class TermEntry extends EntryOf(AllianceTerm, ['name', 'validFrom', 'validTo']) {}
export class AllianceNameCorrection extends CorrectionOf(AllianceNaming, ['name', 'validFrom']) {}
export class TermCorrection extends CorrectionOf(AllianceTerm, ['name', 'validFrom', 'validTo']) {}
export class BodyEntry extends EntryOf(AllianceBody, ['kind', 'termId', 'seats']) {}
export class BodyCorrection extends CorrectionOf(AllianceBody, ['seats']) {}
