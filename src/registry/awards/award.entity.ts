import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import { Code, Day, Flag, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const recipientKinds = closedList('award_recipient_kind', ['collective', 'individual']);
export const commendationKinds = closedList('commendation_kind', [
  'merit',
  'unexpected',
  'movement',
  'service',
  'seniority',
  'external',
]);
/** Points a to d of article 93(2) of the law 06/2022/QH15. */
export const revocationGrounds = closedList('award_revocation_ground', [
  'false_declaration',
  'false_information',
  'unlawful_appraisal',
  'later_finding',
]);

@Record('award_decisions', {
  says: 'A decision that awards, as its issuing body printed it',
  vi: 'Quyết định khen thưởng',
})
export class AwardDecision extends RegistryRecord {
  @Text({ max: 60, says: 'Number as printed', vi: 'số và ký hiệu', example: '163/QĐ-UBND' }) number!: string;
  @Day({ says: 'Day of the decision', vi: 'ngày quyết định', past: true, example: '2020-11-18' }) decidedOn!: string;
  @Reference('issuing_bodies', { says: 'Who issued it', vi: 'cơ quan ban hành' }) issuingBodyId!: string;
  @Text({ max: 100, says: 'Who signed it', vi: 'người ký', optional: true }) signer!: string | null;
  @Text({ max: 300, says: 'Office of the signer', vi: 'chức vụ người ký', optional: true, example: 'Chủ tịch' })
  signerOffice!: string | null;
  @Reference('documents', { says: 'The paper, where it is kept', vi: 'văn bản', optional: true })
  documentId!: string | null;
}

@Record('awards', {
  says: 'What a decision awards to one recipient',
  vi: 'Khen thưởng',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class Award extends RegistryRecord {
  @Reference('award_decisions', { says: 'The decision', vi: 'quyết định' }) decisionId!: string;
  @Reference('award_forms', { says: 'What is awarded', vi: 'danh hiệu, hình thức' }) formId!: string;
  @Code(recipientKinds, { says: 'Kind of recipient', vi: 'đối tượng khen thưởng', example: 'collective' })
  recipientKind!: CodeOf<typeof recipientKinds>;
  @Reference('organizations', {
    says: 'The collective; of an individual, the organisation at that time',
    vi: 'tổ chức',
    optional: true,
  })
  organizationId!: string | null;
  @Text({
    max: 300,
    says: 'The unit of the organisation, if not the whole of it',
    vi: 'đơn vị thuộc tổ chức',
    optional: true,
  })
  unitName!: string | null;
  @Reference('people', { says: 'The individual', vi: 'cá nhân', optional: true }) personId!: string | null;
  @Code(commendationKinds, {
    says: 'Kind of commendation; a title has none, and an old decision may not say it',
    vi: 'loại hình khen thưởng',
    optional: true,
    example: 'movement',
  })
  kind!: CodeOf<typeof commendationKinds> | null;
  @Flag({ says: 'Whether it is awarded after death', vi: 'truy tặng', optional: true, example: false })
  posthumous!: boolean | null;
  @Day({ says: 'First day of the achievement', vi: 'thành tích từ ngày', optional: true, example: '2017-01-01' })
  achievementFrom!: string | null;
  @Day({
    says: 'First day after the achievement',
    vi: 'thành tích đến trước ngày',
    optional: true,
    example: '2021-01-01',
  })
  achievementTo!: string | null;
  @Text({ max: 300, says: 'Movement', vi: 'phong trào thi đua', optional: true }) movement!: string | null;
  @Text({ max: 300, says: 'Occasion of the presentation', vi: 'dịp trao', optional: true }) occasion!: string | null;
  @Day({ says: 'Day of the presentation', vi: 'ngày trao', optional: true, example: '2020-11-27' })
  presentedOn!: string | null;
}

@Record('award_revocations', { says: 'An award taken away again', vi: 'Hủy bỏ quyết định khen thưởng' })
export class AwardRevocation extends RegistryRecord {
  @Reference('awards', { isPart: true, says: 'The award' }) awardId!: string;
  @Code(revocationGrounds, { says: 'Ground', vi: 'căn cứ hủy bỏ', example: 'false_declaration' })
  ground!: CodeOf<typeof revocationGrounds>;
  @Day({ says: 'Day of the decision to revoke', vi: 'ngày quyết định hủy bỏ', past: true, example: '2022-05-10' })
  decidedOn!: string;
  @Reference('documents', { says: 'That decision', vi: 'quyết định hủy bỏ', optional: true })
  documentId!: string | null;
}
