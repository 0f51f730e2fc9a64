import { openList } from '../../platform/records/code-list.js';
import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { Code, Day, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const modelKinds = openList('model_kind');

@Record('supported_models', {
  says: 'An organisation that is built up as a model, from a day until a day',
  vi: 'Mô hình được hỗ trợ',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class SupportedModel extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', vi: 'tổ chức' }) organizationId!: string;
  @Code(modelKinds, { says: 'Kind of model', vi: 'loại mô hình', example: 'value_chain' }) kind!: string;
  @Day({ says: 'First day as a model', vi: 'từ ngày', example: '2021-09-01' }) validFrom!: string;
  @Day({ says: 'First day no longer a model', vi: 'đến trước ngày', optional: true }) validTo!: string | null;
  @Text({
    max: 1000,
    multiline: true,
    says: 'What shows that it is one',
    vi: 'minh chứng',
    optional: true,
    example: 'Liên kết bao tiêu rau an toàn với hệ thống siêu thị',
  })
  evidence!: string | null;
  @Reference('documents', { says: 'The decision', vi: 'quyết định', optional: true }) documentId!: string | null;
}

const own = ['kind', 'validFrom', 'validTo', 'evidence', 'documentId'] as const;
export class SupportedModelEntry extends EntryOf(SupportedModel, ['organizationId', ...own]) {}
export class SupportedModelCorrection extends CorrectionOf(SupportedModel, own) {}
