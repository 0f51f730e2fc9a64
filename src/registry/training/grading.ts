import { invalidField } from '../../platform/problems/request.problems.js';
import { today } from '../../platform/time/day.js';
import type { TrainingCourse } from './course.entity.js';
import { passed, type TrainingParticipation } from './participation.entity.js';
import { BEFORE_COURSE_ENDS } from './training.problems.js';

type Graded = Pick<TrainingParticipation, 'result' | 'certificateNumber'>;

/** Somebody has a certificate who has not completed the course. */
export const lacksCompletion = ({ result, certificateNumber }: Graded): boolean =>
  Boolean(certificateNumber) && !passed.includes(result);

/** @throws Problem 422 at the result, where the course has not ended: until then everybody attends */
export function refuseEarlyResult({ result }: Graded, { endsOn }: Pick<TrainingCourse, 'endsOn'>, at: string): void {
  if (result !== 'attending' && endsOn > today()) throw invalidField(`${at}/result`, BEFORE_COURSE_ENDS, { endsOn });
}
