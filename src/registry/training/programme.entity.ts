import { closedList, openList, type CodeOf } from '../../platform/records/code-list.js';
import { CorrectionOf, EntryOf } from '../../platform/records/entries.js';
import { Code, Day, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const trainingKinds = closedList('training_kind', ['education', 'short_course']);
export const trainingAudiences = openList('training_audience');
export const trainingFundings = openList('training_funding');

@Record('training_programmes', {
  says: 'A programme of training, under which courses are held',
  vi: 'Chương trình đào tạo, bồi dưỡng',
})
export class TrainingProgramme extends RegistryRecord {
  @Text({ max: 300, says: 'Name', vi: 'tên', example: 'Bồi dưỡng cán bộ quản lý HTX 2021–2025' }) name!: string;
  @Code(trainingKinds, { says: 'Kind', vi: 'loại hình đào tạo', example: 'short_course' })
  kind!: CodeOf<typeof trainingKinds>;
  @Code(trainingAudiences, { says: 'Whom it is for', vi: 'đối tượng', example: 'managers' }) audience!: string;
  @Code(trainingFundings, { says: 'Who pays', vi: 'nguồn kinh phí', optional: true, example: 'state_programme' })
  funding!: string | null;
  @Day({ says: 'First day', vi: 'từ ngày', optional: true, example: '2021-01-01' }) validFrom!: string | null;
  @Day({ says: 'First day of the time after', vi: 'đến trước ngày', optional: true, example: '2026-01-01' })
  validTo!: string | null;
}

const own = ['name', 'kind', 'audience', 'funding', 'validFrom', 'validTo'] as const;
export class ProgrammeEntry extends EntryOf(TrainingProgramme, own) {}
export class ProgrammeCorrection extends CorrectionOf(TrainingProgramme, own) {}
