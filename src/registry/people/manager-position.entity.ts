import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { Code, Day } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { commonOrOwn } from '../alliances/common-or-own.js';
import { positionCodes } from './position.entity.js';

@Record('manager_positions', {
  says: 'A position that counts as a manager’s, from a day to a day: no law says which do',
  vi: 'Chức vụ tính là cán bộ quản lý',
  scopes: { alliance: commonOrOwn() },
})
export class ManagerPosition extends RegistryRecord {
  @Code(positionCodes, { says: 'The position', vi: 'chức vụ', example: 'treasurer' }) positionCode!: string;
  @Day({ says: 'First day on which it counts', vi: 'từ ngày', example: '2024-07-01' }) validFrom!: string;
  @Day({ says: 'First day on which it no longer counts', vi: 'đến trước ngày', optional: true }) validTo!:
    string | null;
}

export class ManagerPositionEntry extends EntryOf(ManagerPosition, ['positionCode', 'validFrom', 'validTo']) {}
export class ManagerPositionCorrection extends CorrectionOf(ManagerPosition, ['validFrom', 'validTo']) {}
