import { fieldRule } from '../../platform/problems/field-rules.js';
import { closedList, openList, type CodeOf } from '../../platform/records/code-list.js';
import { Code, Day, Decimal, Integer, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

const NOT_A_URL = fieldRule('not-a-url', {
  vi: 'Phải là địa chỉ của một trang web (http hoặc https).',
  en: 'It must be the address of a web page (http or https).',
});

export const documentKinds = openList('document_kind');
export const issuingBodyLevels = openList('issuing_body_level');
export const figureRelations = closedList('figure_relation', ['eq', 'gte', 'lte', 'approx', 'between']);

/** Consoles make links of it: nothing but a page of the web. */
const webAddress = {
  rule: NOT_A_URL,
  holds: (value: unknown) => URL.canParse(value as string) && /^https?:$/.test(new URL(value as string).protocol),
};
/** Words with points between: `awards.city.individual`. */
export const figureCode = {
  rule: 'not-a-code',
  holds: (value: unknown) => /^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$/.test(value as string),
};

@Record('issuing_bodies', { says: 'Who issues documents and awards', vi: 'Cơ quan ban hành' })
export class IssuingBody extends RegistryRecord {
  @Code(issuingBodyLevels, { says: 'Level', vi: 'cấp', example: 'province' }) level!: string;
  @Reference('issuing_bodies', { says: 'The body above it', optional: true }) parentId!: string | null;
}

@Record('issuing_body_names', { says: 'A name of an issuing body, in force until the next one', vi: 'Tên cơ quan' })
export class IssuingBodyNaming extends RegistryRecord {
  @Reference('issuing_bodies', { says: 'The body', isPart: true }) issuingBodyId!: string;
  @Text({ max: 300, says: 'Name', vi: 'tên', example: 'Ủy ban nhân dân thành phố Hải Phòng' }) name!: string;
  @Day({ says: 'First day of this name', vi: 'từ ngày', example: '2010-01-01' }) validFrom!: string;
}

@Record('documents', { says: 'A decision, minutes, an article: the source of a fact', vi: 'Văn bản' })
export class RegistryDocument extends RegistryRecord {
  @Text({ max: 60, says: 'Code that the registry quotes', vi: 'mã', example: 'QD-12-2018' }) code!: string;
  @Code(documentKinds, { says: 'Kind', vi: 'loại văn bản', example: 'decision' }) kind!: string;
  @Text({ max: 60, says: 'Number as printed', vi: 'số và ký hiệu', optional: true, example: '12/QĐ-LMHTX' })
  number!: string | null;
  @Day({ says: 'Day of issue', vi: 'ngày ban hành', past: true, example: '2018-05-11' }) issuedOn!: string;
  @Reference('issuing_bodies', { says: 'Who issued it', vi: 'cơ quan ban hành', optional: true })
  issuingBodyId!: string | null;
  @Text({ max: 500, says: 'Title', vi: 'trích yếu', example: 'Kết nạp thành viên' }) title!: string;
  @Text({
    max: 500,
    says: 'Where it can be read',
    vi: 'địa chỉ trên mạng',
    optional: true,
    format: 'uri',
    rule: webAddress,
  })
  url!: string | null;
}

@Record('declared_figures', { says: 'A figure that a document declares', vi: 'Số liệu công bố' })
export class DeclaredFigure extends RegistryRecord {
  @Reference('documents', { says: 'The document', isPart: true }) documentId!: string;
  @Text({
    max: 80,
    says: 'Code of the figure; the reconciliation report names those that rows answer',
    vi: 'mã số liệu',
    example: 'members.represented',
    rule: figureCode,
  })
  code!: string;
  @Code(figureRelations, { says: 'How the figure is meant', vi: 'quan hệ', example: 'eq' })
  relation!: CodeOf<typeof figureRelations>;
  @Decimal({ says: 'Value; the lower one of a range', vi: 'giá trị', optional: true, example: 263 }) value!:
    number | null;
  @Decimal({ says: 'Upper value of a range', vi: 'giá trị đến', optional: true }) valueTo!: number | null;
  @Text({ max: 300, says: 'Words, where the fact is no number', vi: 'nguyên văn', optional: true }) wording!:
    string | null;
  @Text({ max: 40, says: 'Unit', vi: 'đơn vị tính', optional: true, example: 'tổ chức' }) unit!: string | null;
  @Day({ says: 'The day it speaks of', vi: 'tại ngày', example: '2020-11-27' }) asOf!: string;
  @Text({ max: 500, says: 'Note', vi: 'ghi chú', optional: true }) note!: string | null;
  @Integer({ says: 'Its place in the document', min: 1, max: 1000, example: 1 }) rank!: number;
}
