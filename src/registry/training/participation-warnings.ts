import { closedList } from '../../platform/records/code-list.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { isNoMore, foundedAfter } from '../organizations/status-on-day.js';
import { courseEnded } from './course-ended.js';

const codes = closedList('participation_warning', [
  'certificate_of_another',
  'organization_not_founded',
  'organization_ended',
]);

/** Of participation `tp` in course `course`. */
export const participationWarnings = warnings(codes, {
  certificate_of_another: `tp.voided_at is null and ${courseEnded('course')} and ${mayCompare}
        and exists (select from training_participations x join training_courses taken on taken.id = x.course_id
        where x.certificate_number collate any_case = tp.certificate_number and x.person_id <> tp.person_id
        and x.alliance_id = tp.alliance_id and x.voided_at is null and ${courseEnded('taken')})`,
  organization_not_founded: `tp.voided_at is null
        and ${foundedAfter('tp.organization_id', 'course.ends_on')}`,
  organization_ended: `tp.voided_at is null and ${isNoMore('tp.organization_id', 'course.starts_on')}`,
});
