import { Day, Instant, Integer, Code, Reference, Text } from '../../platform/records/fields.js';
import { closedList, openList, type CodeOf } from '../../platform/records/code-list.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { allianceLevels } from '../alliances/alliance.entity.js';

export const delegateKinds = closedList('delegate_kind', ['official', 'alternate']);
export const delegateBases = openList('delegate_basis');

@Record('congresses', { says: 'A congress, named by alliance, level, ordinal and term', vi: 'Đại hội' })
export class Congress extends RegistryRecord {
  @Code(allianceLevels, { says: 'Whose congress it is', vi: 'cấp', example: 'provincial' })
  level!: CodeOf<typeof allianceLevels>;
  @Integer({
    min: 1,
    max: 100,
    says: 'Which one it is; an extraordinary congress (bất thường) has no number',
    vi: 'lần thứ',
    optional: true,
    example: 6,
  })
  ordinal!: number | null;
  @Text({
    max: 40,
    says: 'The term it opens, or of an extraordinary one is held in',
    vi: 'nhiệm kỳ',
    example: '2020–2025',
  })
  termName!: string;
  @Reference('alliance_terms', { says: 'The term on record, of the own alliance', optional: true }) termId!:
    string | null;
  @Day({ says: 'First day', vi: 'khai mạc', example: '2020-11-27' }) startsOn!: string;
  @Day({ says: 'Last day', vi: 'bế mạc', example: '2020-11-27' }) endsOn!: string;
  @Text({ max: 300, says: 'Where it meets', vi: 'địa điểm', optional: true }) venue!: string | null;
  @Text({
    max: 300,
    says: 'Motto',
    vi: 'phương châm',
    optional: true,
    example: 'Hợp tác – đổi mới – phát triển – hiệu quả',
  })
  motto!: string | null;
}

@Record('delegations', {
  says: 'Who sends how many delegates to a congress',
  vi: 'Đoàn đại biểu',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class Delegation extends RegistryRecord {
  @Reference('congresses', { says: 'The congress' }) congressId!: string;
  @Reference('alliances', { says: 'The alliance that sends it', vi: 'Liên minh cử', optional: true })
  sendingAllianceId!: string | null;
  @Reference('organizations', { says: 'The organisation that sends it', vi: 'tổ chức cử', optional: true })
  organizationId!: string | null;
  @Integer({ max: 2_000, says: 'Seats of official delegates', vi: 'số đại biểu chính thức được phân bổ', example: 7 })
  officialSeats!: number;
  @Integer({ max: 2_000, says: 'Seats of alternates', vi: 'số đại biểu dự khuyết được phân bổ', example: 1 })
  alternateSeats!: number;
  @Reference('documents', { says: 'The decision that allots the seats', vi: 'quyết định', optional: true })
  documentId!: string | null;
}

@Record('delegates', {
  says: 'A person named to a delegation',
  vi: 'Đại biểu',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class Delegate extends RegistryRecord {
  @Reference('delegations', { says: 'The delegation' }) delegationId!: string;
  @Reference('congresses', { says: 'The congress' }) congressId!: string;
  @Reference('people', { says: 'Who', vi: 'người' }) personId!: string;
  @Reference('organizations', { says: 'The organisation that the delegate comes from', vi: 'tổ chức', optional: true })
  organizationId!: string | null;
  @Code(delegateKinds, { says: 'Official, or alternate', vi: 'loại đại biểu', example: 'official' })
  kind!: CodeOf<typeof delegateKinds>;
  @Integer({ min: 1, max: 2_000, says: 'Order among the alternates', vi: 'thứ tự dự khuyết', optional: true })
  alternateRank!: number | null;
  @Code(delegateBases, { says: 'Why the delegate has the seat', vi: 'thành phần', example: 'elected' }) basis!: string;
  @Day({ says: 'Day of the naming', vi: 'ngày bầu hoặc cử', past: true, example: '2020-11-27' }) namedOn!: string;
  @Reference('documents', { says: 'Minutes or decision', vi: 'biên bản, quyết định', optional: true })
  documentId!: string | null;
}

@Record('delegate_substitutions', {
  says: 'An alternate called up for a delegate, or a seat left empty for want of one',
  vi: 'Thay thế đại biểu',
})
export class DelegateSubstitution extends RegistryRecord {
  @Reference('delegations', { says: 'The delegation of both' }) delegationId!: string;
  @Reference('delegates', { says: 'Who cannot attend' }) delegateId!: string;
  @Reference('delegates', {
    says: 'Who is called up; nobody, where no alternate is left and the seat stays empty',
    vi: 'đại biểu dự khuyết được gọi',
    optional: true,
  })
  alternateId!: string | null;
  @Instant({ says: 'From when on', vi: 'thay từ lúc', example: '2020-11-27T01:00:00Z' }) substitutedAt!: string;
  @Text({ max: 500, says: 'Why', vi: 'lý do', audit: 'personal' }) ground!: string;
  @Reference('documents', { says: 'The decision', vi: 'quyết định', optional: true }) documentId!: string | null;
}
