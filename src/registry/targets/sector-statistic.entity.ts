import type { CodeOf } from '../../platform/records/code-list.js';
import { EntryOf } from '../../platform/records/entries.js';
import { Code, Day, Decimal, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { figureCode, figureRelations } from '../documents/document.entity.js';

@Record('sector_statistics', {
  says: 'A published number about the whole sector on a day, never mixed with counts of rows',
  vi: 'Số liệu thống kê khu vực kinh tế tập thể',
})
export class SectorStatistic extends RegistryRecord {
  @Text({
    max: 80,
    says: 'Code of the figure; another population is another figure',
    vi: 'mã số liệu',
    example: 'sector.cooperative_groups',
    rule: figureCode,
  })
  figure!: string;
  @Code(figureRelations, { says: 'How the figure is meant', vi: 'quan hệ', example: 'approx' })
  relation!: CodeOf<typeof figureRelations>;
  @Decimal({ says: 'Value; the lower one of a range', vi: 'giá trị', example: 2600 }) value!: number;
  @Decimal({ says: 'Upper value of a range, and only of one', vi: 'giá trị đến', optional: true }) valueTo!:
    number | null;
  @Text({ max: 40, says: 'Unit', vi: 'đơn vị tính', optional: true, example: 'tổ hợp tác' }) unit!: string | null;
  @Day({ says: 'The day it speaks of', vi: 'tại ngày', past: true, example: '2020-11-27' }) asOf!: string;
  @Text({
    max: 300,
    says: 'Who produced it',
    vi: 'đơn vị cung cấp số liệu',
    example: 'Liên minh HTX thành phố Hải Phòng',
  })
  producer!: string;
  @Reference('documents', { says: 'The document that it stands in', vi: 'văn bản', optional: true })
  documentId!: string | null;
  @Reference('sector_statistics', { says: 'The entry that this one revises', vi: 'sửa cho số liệu', optional: true })
  revisesId!: string | null;
}

const said = ['relation', 'value', 'valueTo', 'unit', 'producer', 'documentId'] as const;
export class StatisticEntry extends EntryOf(SectorStatistic, ['figure', 'asOf', ...said]) {}
/** Figure and day stay those of the entry that is revised. */
export class RevisionEntry extends EntryOf(SectorStatistic, said) {}
