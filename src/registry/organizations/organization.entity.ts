import { validate as validateTaxCode } from 'stdnum/lib/cjs/vn/mst.js';
import { fieldRule } from '../../platform/problems/field-rules.js';
import { closedList, openList, type CodeOf } from '../../platform/records/code-list.js';
import { Code, Day, Decimal, Flag, Integer, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { figureRules, yearBegun } from './figure-rules.js';

const NOT_A_TAX_CODE = fieldRule('not-a-tax-code', {
  vi: 'Phải có 10 chữ số (đơn vị phụ thuộc: 13) với chữ số kiểm tra đúng.',
  en: 'A tax code has 10 digits (13 for a dependent unit) with a correct check digit.',
});

export const organizationKinds = closedList('organization_kind', [
  'cooperative',
  'cooperative_union',
  'peoples_credit_fund',
  'cooperative_group',
  'enterprise',
]);
/** Those that statistics count together: “HTX, liên hiệp HTX và QTDND”. */
export const cooperativeKinds: readonly CodeOf<typeof organizationKinds>[] = [
  'cooperative',
  'cooperative_union',
  'peoples_credit_fund',
];
export const organizationStatuses = closedList('organization_status', [
  'operating',
  'suspended',
  'stopped',
  'dissolved',
  'bankrupt',
  'merged',
  'divided',
  'struck_off',
  'converted',
]);
/** Those of an organisation that is no more. */
export const endedStatuses: readonly CodeOf<typeof organizationStatuses>[] = [
  'dissolved',
  'bankrupt',
  'merged',
  'divided',
  'struck_off',
  'converted',
];
export const organizationFields = openList('organization_field');
export const organizationSectors = openList('organization_sector');
export const organizingLaws = openList('organizing_law');
export const obligationKinds = closedList('obligation_kind', ['conversion', 'charter_amendment']);
export const yearlyMeasures = openList('yearly_measure');
export const datePrecisions = closedList('date_precision', ['day', 'month', 'year', 'inferred']);

/** The digits of a tax code, whatever stands between them on papers and in spreadsheets; what is none stays as it was typed. */
export function digitsOfTaxCode(typed: string): string {
  const judged = validateTaxCode(typed);
  return judged.isValid ? judged.compact : typed;
}

/** 10 digits with a check digit, 13 for a dependent unit (`0100233488-001`); kept as digits only. */
const taxCode = {
  rule: NOT_A_TAX_CODE,
  holds: (value: unknown) => validateTaxCode(value as string).isValid,
};

@Record('organizations', {
  says: 'A cooperative, union, credit fund, cooperative group or enterprise',
  vi: 'Tổ chức',
  scopes: { alliance: 'alliance_id', organization: 'id' },
})
export class Organization extends RegistryRecord {
  @Text({ max: 20, says: 'Code that people quote, given by the registry', example: 'HTX-000123' }) code!: string;
  @Code(organizationKinds, { says: 'Kind', vi: 'loại hình tổ chức', example: 'cooperative' })
  kind!: CodeOf<typeof organizationKinds>;
  @Text({
    max: 20,
    says: 'Tax code',
    vi: 'mã số thuế',
    optional: true,
    example: '0200100019',
    rule: taxCode,
    clean: digitsOfTaxCode,
  })
  taxCode!: string | null;
  @Text({ max: 40, says: 'Number of the registration certificate', vi: 'số giấy chứng nhận đăng ký', optional: true })
  registrationNumber!: string | null;
  @Code(organizationFields, { says: 'Field of activity', vi: 'lĩnh vực', optional: true, example: 'agriculture' })
  field!: string | null;
  @Code(organizationSectors, { says: 'Sector', vi: 'ngành nghề', optional: true, example: 'agricultural_services' })
  sector!: string | null;
  @Day({ says: 'Day of founding', vi: 'ngày thành lập', past: true, optional: true, example: '2018-03-20' })
  foundedOn!: string | null;
  @Code(datePrecisions, {
    says: 'How exact the day of founding is',
    vi: 'độ chính xác của ngày thành lập',
    example: 'day',
  })
  foundedPrecision!: CodeOf<typeof datePrecisions>;
  @Code(organizingLaws, { says: 'Law it is organised under', vi: 'luật áp dụng', example: 'cooperatives_2012' })
  organizingLaw!: string;
}

/** A row about an organisation, in force from a day or for a year. */
const aboutOrganization = { alliance: 'alliance_id', organization: 'organization_id' };

@Record('organization_names', { says: 'A name, in force until the next one', vi: 'Tên gọi', scopes: aboutOrganization })
export class OrganizationNaming extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', isPart: true }) organizationId!: string;
  @Text({ max: 300, says: 'Name', vi: 'tên', example: 'Hợp tác xã Nông nghiệp Đông Đô' }) name!: string;
  @Text({ max: 100, says: 'Short name', vi: 'tên viết tắt', optional: true }) shortName!: string | null;
  @Day({ says: 'First day of this name', vi: 'từ ngày', example: '2018-03-20' }) validFrom!: string;
}

@Record('organization_addresses', {
  says: 'A seat, in force until the next one',
  vi: 'Địa chỉ',
  scopes: aboutOrganization,
})
export class OrganizationAddress extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', isPart: true }) organizationId!: string;
  @Reference('places', { says: 'Administrative unit of that time', vi: 'đơn vị hành chính' }) placeId!: string;
  @Text({ max: 300, says: 'House, street, village', vi: 'số nhà, đường, thôn', optional: true }) line!: string | null;
  @Day({ says: 'First day of this seat', vi: 'từ ngày', example: '2018-03-20' }) validFrom!: string;
}

@Record('organization_statuses', {
  says: 'A status, in force until the next one',
  vi: 'Tình trạng hoạt động',
  scopes: aboutOrganization,
})
export class OrganizationStatus extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', isPart: true }) organizationId!: string;
  @Code(organizationStatuses, { says: 'Status', vi: 'tình trạng', example: 'operating' })
  status!: CodeOf<typeof organizationStatuses>;
  @Day({ says: 'First day of this status', vi: 'từ ngày', example: '2018-03-20' }) validFrom!: string;
  @Reference('documents', { says: 'The decision', vi: 'quyết định', optional: true }) documentId!: string | null;
}

@Record('organization_obligations', {
  says: 'What a law asks of an organisation',
  vi: 'Nghĩa vụ theo luật',
  scopes: aboutOrganization,
})
export class OrganizationObligation extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', isPart: true }) organizationId!: string;
  @Code(organizingLaws, { says: 'The law', vi: 'luật', example: 'cooperatives_2012' }) law!: string;
  @Code(obligationKinds, { says: 'What it asks', vi: 'nghĩa vụ', example: 'conversion' })
  kind!: CodeOf<typeof obligationKinds>;
  @Day({ says: 'Deadline', vi: 'thời hạn', optional: true, example: '2016-07-01' }) dueOn!: string | null;
  @Day({ says: 'Day it was done', vi: 'ngày hoàn thành', past: true, optional: true, example: '2015-11-02' }) doneOn!:
    string | null;
  @Reference('documents', { says: 'The document that proves it', vi: 'văn bản', optional: true }) documentId!:
    string | null;
}

@Record('organization_figures', { says: 'A figure of one year', vi: 'Số liệu hằng năm', scopes: aboutOrganization })
export class OrganizationFigure extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', isPart: true }) organizationId!: string;
  @Integer({ min: 1900, max: 2100, says: 'Year that has begun', vi: 'năm', example: 2020, rules: [yearBegun] })
  year!: number;
  @Code(yearlyMeasures, { says: 'What is measured', vi: 'chỉ tiêu thống kê', example: 'members' }) measure!: string;
  @Decimal({
    says: 'Value, money in VND; people are counted in whole numbers, and only a profit may be negative',
    vi: 'giá trị',
    example: 640,
    rules: figureRules,
  })
  value!: number;
  @Text({ max: 200, says: 'Who produced the figure', vi: 'đơn vị cung cấp số liệu', optional: true }) producer!:
    string | null;
  @Flag({ says: 'Whether somebody checked it', vi: 'đã kiểm tra' }) checked!: boolean;
  @Reference('documents', { says: 'The paper it stands in', vi: 'văn bản', optional: true }) documentId!: string | null;
}
