import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { codeRule, Day, Integer, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

@Record('own_codes', { says: 'A code that an alliance added to an open list', vi: 'Mã riêng của Liên minh' })
export class OwnCode extends RegistryRecord {
  @Text({ max: 63, says: 'The list', vi: 'danh mục' }) list!: string;
  @Text({
    max: 63,
    says: 'The code, as records will hold it: small letters, digits, `_`; it never changes',
    vi: 'mã',
    example: 'sponsor',
    rule: codeRule,
  })
  code!: string;
  @Text({ max: 300, says: 'Vietnamese label', vi: 'nhãn tiếng Việt', example: 'Thành viên bảo trợ' }) vi!: string;
  @Text({ max: 300, says: 'English label', vi: 'nhãn tiếng Anh', example: 'Sponsor' }) en!: string;
  @Integer({ max: 9_999, says: 'Its place in the list', vi: 'thứ tự', example: 90 }) rank!: number;
  @Day({ says: 'First day of the code; left out: since ever', vi: 'từ ngày', optional: true, example: '2020-01-01' })
  validFrom!: string | null;
  @Day({
    says: 'First day on which it is no longer offered; what is entered of earlier times may still have it',
    vi: 'đến trước ngày',
    optional: true,
  })
  validTo!: string | null;
}

const corrected = ['vi', 'en', 'rank', 'validFrom', 'validTo'] as const;
export class OwnCodeEntry extends EntryOf(OwnCode, ['code', ...corrected]) {}
export class OwnCodeCorrection extends CorrectionOf(OwnCode, corrected) {}
