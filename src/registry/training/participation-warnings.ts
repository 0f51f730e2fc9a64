import { closedList } from '../../platform/records/code-list.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { courseEnded } from './course-ended.js';

/** Of participation `tp` in course `course`. */
export const participationWarnings = warnings(closedList('participation_warning', ['certificate_of_another']), {
  certificate_of_another: `tp.voided_at is null and ${courseEnded('course')} and ${mayCompare}
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and ${courseEnded('taken')})`,
});
