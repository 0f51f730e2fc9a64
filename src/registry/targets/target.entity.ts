import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { Code, Decimal, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { figureCode } from '../documents/document.entity.js';

export const targetShapes = closedList('target_shape', ['range_per_term', 'floor_per_year', 'percentage']);
export const targetSources = closedList('target_source', [
  'supported_models',
  'cooperatives_founded',
  'training_coverage',
  'cooperative_training_coverage',
  'statistic',
]);

@Record('targets', { says: 'A target that an alliance sets itself for a term', vi: 'Chỉ tiêu nhiệm kỳ' })
export class Target extends RegistryRecord {
  @Reference('alliance_terms', { says: 'The term', vi: 'nhiệm kỳ' }) termId!: string;
  @Text({ max: 80, says: 'Code, once in a term', vi: 'mã', example: 'target.founded', rule: figureCode }) code!: string;
  @Text({ max: 300, says: 'Name', vi: 'tên', example: 'HTX thành lập mới mỗi năm' }) name!: string;
  @Code(targetShapes, { says: 'Shape', vi: 'dạng chỉ tiêu', example: 'floor_per_year' }) shape!: CodeOf<
    typeof targetShapes
  >;
  @Decimal({ min: 0, says: 'What is to be reached; the lower end of a range', vi: 'mức thấp', example: 30 })
  low!: number;
  @Decimal({ min: 0, says: 'Upper end of a range, and only of one', vi: 'mức cao', optional: true })
  high!: number | null;
  @Text({ max: 40, says: 'Unit', vi: 'đơn vị tính', example: 'HTX' }) unit!: string;
  @Text({
    max: 300,
    says: 'What it is a share of; a percentage must say it',
    vi: 'tính trên tổng thể',
    optional: true,
    example: 'Cán bộ quản lý HTX đương nhiệm',
  })
  population!: string | null;
  @Code(targetSources, { says: 'What it is measured by', vi: 'nguồn số liệu', example: 'cooperatives_founded' })
  source!: CodeOf<typeof targetSources>;
  @Text({
    max: 80,
    says: 'Figure of the sector statistic, when it is measured by one',
    vi: 'mã số liệu thống kê',
    optional: true,
    rule: figureCode,
    example: 'sector.cooperative_groups',
  })
  statisticFigure!: string | null;
  @Reference('documents', { says: 'The resolution that sets it', vi: 'nghị quyết', optional: true })
  documentId!: string | null;
}

const own = [
  'code',
  'name',
  'shape',
  'low',
  'high',
  'unit',
  'population',
  'source',
  'statisticFigure',
  'documentId',
] as const;
export class TargetEntry extends EntryOf(Target, ['termId', ...own]) {}
export class TargetCorrection extends CorrectionOf(Target, own) {}
