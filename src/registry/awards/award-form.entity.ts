import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { Code, codeRule, Day, Flag, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { commonOrOwn } from '../alliances/common-or-own.js';
import { issuingBodyLevels } from '../documents/document.entity.js';

export const awardFormClasses = closedList('award_form_class', ['title', 'form', 'honour']);

@Record('award_forms', {
  says: 'A title, a form of commendation or an honour of the catalogue',
  vi: 'Danh hiệu, hình thức khen thưởng',
  scopes: { alliance: commonOrOwn() },
})
export class AwardForm extends RegistryRecord {
  @Text({ max: 63, says: 'Code', vi: 'mã', example: 'gk_hoi', rule: codeRule }) code!: string;
  @Code(awardFormClasses, { says: 'Class', vi: 'nhóm danh hiệu, hình thức', example: 'form' }) class!: CodeOf<
    typeof awardFormClasses
  >;
  @Text({ max: 300, says: 'Vietnamese name', vi: 'tên', example: 'Bằng khen của bộ, ban, ngành, tỉnh' })
  nameVi!: string;
  @Text({ max: 300, says: 'English name', optional: true, example: 'Certificate of merit' }) nameEn!: string | null;
  @Text({ max: 300, says: 'The law behind it', vi: 'căn cứ pháp lý', optional: true }) law!: string | null;
  @Text({ max: 500, says: 'Who may issue it', vi: 'thẩm quyền quyết định', optional: true }) issuedBy!: string | null;
  @Code(issuingBodyLevels, {
    says: 'Level of the issuing body, where the form belongs to one level alone',
    vi: 'cấp có thẩm quyền',
    optional: true,
    example: 'government',
  })
  issuerLevel!: string | null;
  @Flag({ says: 'Whether collectives get it', vi: 'tặng tập thể', example: true }) toCollective!: boolean;
  @Flag({ says: 'Whether individuals get it', vi: 'tặng cá nhân', example: true }) toIndividual!: boolean;
  @Day({ says: 'First day on which it can be awarded', vi: 'từ ngày', example: '2024-01-01' }) validFrom!: string;
  @Day({ says: 'First day on which it no longer can', vi: 'đến trước ngày', optional: true }) validTo!: string | null;
}

const own = [
  'code',
  'class',
  'nameVi',
  'nameEn',
  'law',
  'issuedBy',
  'issuerLevel',
  'toCollective',
  'toIndividual',
  'validFrom',
  'validTo',
] as const;

export class AwardFormEntry extends EntryOf(AwardForm, own) {}
export class AwardFormCorrection extends CorrectionOf(AwardForm, own) {}
