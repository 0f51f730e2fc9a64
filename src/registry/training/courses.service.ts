import { Injectable } from '@nestjs/common';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { today } from '../../platform/time/day.js';
import type { Registry } from '../../platform/writing/registry.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { TrainingCourse, type CourseCorrection, type CourseEntry } from './course.entity.js';
import { TrainingCourseView } from './course.view.js';
import { TrainingParticipation } from './participation.entity.js';
import { CourseEndsTooEarly, RESULTS_ENTERED } from './training.problems.js';

const refuseReversed = endsAfter('startsOn', 'endsOn', CourseEndsTooEarly, { sameDay: true });

/** The courses: when, where, by whom. */
@Injectable()
export class CoursesService {
  constructor(private readonly work: Work) {}

  /** Enter a course. (Mở lớp) @throws CourseEndsTooEarly */
  record({ reason, sourceDocumentId, ...content }: CourseEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      const course = await registry.add(TrainingCourse, content);
      return registry.showCreated(TrainingCourseView, course.id);
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws CourseEndsTooEarly, 422 when results would come before its end */
  correct(id: string, { reason, sourceDocumentId, ...correction }: CourseCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const course = await registry.take(TrainingCourse, id);
      refuseReversed({ ...course, ...correction }, correction);
      if (correction.endsOn) await refuseResultsBefore(registry, { id, endsOn: correction.endsOn });
      await registry.correct(course, correction);
      return registry.show(TrainingCourseView, id);
    });
  }

  /**
   * It was entered by mistake, and who took part with it: all stays in the history, and in no list. (Hủy do nhập nhầm)
   * @throws StillUsed for those whom another alliance entered
   */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const course = await registry.take(TrainingCourse, id);
      for (const one of await registry.find(TrainingParticipation, { courseId: id }))
        await registry.void(one, entry.reason);
      await registry.void(course, entry.reason);
      return registry.showCreated(TrainingCourseView, id);
    });
  }
}

/** @throws Problem 422 at the last day, which would come after results that are entered */
async function refuseResultsBefore(
  registry: Registry,
  { id, endsOn }: Pick<TrainingCourse, 'id' | 'endsOn'>,
): Promise<void> {
  if (endsOn <= today()) return;
  const taught = await registry.find(TrainingParticipation, { courseId: id });
  if (taught.some(({ result }) => result !== 'attending')) throw invalidField('/endsOn', RESULTS_ENTERED);
}
