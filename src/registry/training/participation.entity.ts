import { PickType } from '@nestjs/swagger';
import { closedList, type CodeOf } from '../../platform/records/code-list.js';
import { CorrectionOf, Entry, Items } from '../../platform/records/entries.js';
import { Code, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

export const trainingResults = closedList('training_result', ['attending', 'completed', 'excellent', 'not_completed']);

/** The results of those who have been taught: they count as trained, and may have a certificate. */
export const passed: readonly CodeOf<typeof trainingResults>[] = ['completed', 'excellent'];
/** The same for SQL, between the brackets of `in (…)`. */
export const passing = passed.map((result) => `'${result}'`).join(', ');

@Record('training_participations', {
  says: 'A person who took part in a course, for an organisation',
  vi: 'Học viên',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class TrainingParticipation extends RegistryRecord {
  @Reference('training_courses', { says: 'The course', vi: 'lớp' }) courseId!: string;
  @Reference('people', { says: 'Who took part', vi: 'học viên' }) personId!: string;
  @Reference('organizations', { says: 'The organisation represented that day', vi: 'tổ chức cử đi học' })
  organizationId!: string;
  @Code(trainingResults, { says: 'Result', vi: 'kết quả', example: 'completed' })
  result!: CodeOf<typeof trainingResults>;
  @Text({
    max: 60,
    says: 'Number of the certificate; only of those who completed',
    vi: 'số giấy chứng nhận hoặc chứng chỉ',
    optional: true,
    audit: 'personal',
    example: '12/GCN-2021',
  })
  certificateNumber!: string | null;
}

class Participant extends PickType(TrainingParticipation, [
  'personId',
  'organizationId',
  'result',
  'certificateNumber',
]) {}

/** The list of those who took part in a course, all or nothing. */
export class ParticipationBatch extends Entry {
  @Items(() => Participant, { says: 'Up to 500 participants', vi: 'học viên', min: 1, max: 500 }) items!: Participant[];
}
export class ParticipationCorrection extends CorrectionOf(TrainingParticipation, [
  'organizationId',
  'result',
  'certificateNumber',
]) {}
