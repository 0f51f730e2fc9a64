import { Injectable } from '@nestjs/common';
import { refuseAtEach } from '../../platform/problems/at-each.js';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import { invalidField } from '../../platform/problems/request.problems.js';
import { Answer } from '../../platform/reading/answer.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { namesOfPeople } from '../people/name-of-person.js';
import { TrainingCourse } from './course.entity.js';
import { lacksCompletion, refuseEarlyResult } from './grading.js';
import {
  TrainingParticipation,
  type ParticipationBatch,
  type ParticipationCorrection,
} from './participation.entity.js';
import { TrainingParticipationView } from './participation.view.js';
import { AlreadyTookPart, CertificateWithoutCompletion, WITHOUT_COMPLETION } from './training.problems.js';

/** Who took part in which course, for which organisation, with which result. */
@Injectable()
export class ParticipationsService {
  constructor(private readonly work: Work) {}

  /**
   * Enter those who took part in a course, all or nothing. (Ghi danh sách học viên)
   * @throws AlreadyTookPart; 422 at the item that repeats a person, has a result before the course has ended, or a
   * certificate without having completed
   */
  recordAll(courseId: string, { items, ...grounds }: ParticipationBatch, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      const course = await registry.take(TrainingCourse, courseId);
      const { allianceId } = course;
      refuseRepeated(
        items.map(({ personId }) => personId),
        (index) => `/items/${index}/personId`,
      );
      items.forEach((item, i) => {
        refuseEarlyResult(item, course, `/items/${i}`);
        if (lacksCompletion(item)) throw invalidField(`/items/${i}/certificateNumber`, WITHOUT_COMPLETION);
      });
      await refuseRecorded(registry, courseId, items);
      const added = await registry.addAll(
        TrainingParticipation,
        items.map((item) => ({ ...item, courseId, allianceId })),
      );
      return Answer.json(JSON.stringify({ ids: added.map(({ id }) => id) }));
    });
  }

  /**
   * Enter the result, or correct what was entered wrongly. (Ghi kết quả, sửa)
   * @throws CertificateWithoutCompletion; 422 at a result before the course has ended
   */
  correct(id: string, { reason, sourceDocumentId, ...correction }: ParticipationCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { courseId } = await registry.look(TrainingParticipation, id);
      const course = await registry.hold(TrainingCourse, courseId);
      const participation = await registry.take(TrainingParticipation, id);
      const corrected = { ...participation, ...correction };
      refuseEarlyResult(corrected, course, '');
      if (lacksCompletion(corrected)) {
        throw CertificateWithoutCompletion({ certificateNumber: corrected.certificateNumber ?? '' }).at(
          '/certificateNumber',
        );
      }
      await registry.correct(participation, correction);
      return registry.show(TrainingParticipationView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(TrainingParticipation, TrainingParticipationView, id, entry, act);
  }
}

/** @throws AlreadyTookPart with the names of those who are in the course already */
async function refuseRecorded(
  registry: Registry,
  courseId: string,
  items: readonly Pick<TrainingParticipation, 'personId'>[],
): Promise<void> {
  const personId = items.map((item) => item.personId);
  const recorded = await registry.find(TrainingParticipation, { courseId, personId });
  if (recorded.length === 0) return;
  const names = await namesOfPeople(
    registry,
    recorded.map((participation) => participation.personId),
  );
  refuseAtEach(
    AlreadyTookPart,
    recorded.map(({ personId: id }) => ({
      pointer: `/items/${personId.indexOf(id)}/personId`,
      params: { person: names.get(id) ?? '' },
    })),
  );
}
