import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { Code, Day, Integer, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';
import { trainingAudiences, trainingFundings } from './programme.entity.js';

@Record('training_courses', { says: 'A course held on days and in a place', vi: 'Lớp đào tạo, bồi dưỡng' })
export class TrainingCourse extends RegistryRecord {
  @Reference('training_programmes', { says: 'The programme', vi: 'chương trình', optional: true })
  programmeId!: string | null;
  @Text({ max: 300, says: 'Name', vi: 'tên lớp', example: 'Quản trị HTX nông nghiệp, khóa 1' }) name!: string;
  @Code(trainingAudiences, {
    says: 'Whom it is for, where the programme does not say it',
    vi: 'đối tượng',
    optional: true,
    example: 'managers',
  })
  audience!: string | null;
  @Day({ says: 'First day', vi: 'khai giảng', example: '2021-05-10' }) startsOn!: string;
  @Day({ says: 'Last day', vi: 'bế giảng', example: '2021-05-14' }) endsOn!: string;
  @Text({ max: 300, says: 'Where it is held', vi: 'địa điểm', optional: true }) place!: string | null;
  @Text({ max: 300, says: 'Who holds it', vi: 'đơn vị tổ chức', optional: true, example: 'Liên minh HTX thành phố' })
  organiser!: string | null;
  @Integer({ min: 1, max: 10_000, says: 'Hours taught', vi: 'số tiết', optional: true, example: 40 })
  hours!: number | null;
  @Code(trainingFundings, {
    says: 'Who pays, where the programme does not say it',
    vi: 'nguồn kinh phí',
    optional: true,
    example: 'state_programme',
  })
  funding!: string | null;
  @Reference('documents', { says: 'The decision to hold it', vi: 'quyết định mở lớp', optional: true })
  documentId!: string | null;
}

const own = [
  'programmeId',
  'name',
  'audience',
  'startsOn',
  'endsOn',
  'place',
  'organiser',
  'hours',
  'funding',
  'documentId',
] as const;
export class CourseEntry extends EntryOf(TrainingCourse, own) {}
export class CourseCorrection extends CorrectionOf(TrainingCourse, own) {}
