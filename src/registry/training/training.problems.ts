import { fieldRule } from '../../platform/problems/field-rules.js';
import { problem } from '../../platform/problems/problem.js';

export const ProgrammeEndsTooEarly = problem(
  'programme-ends-too-early',
  422,
  {
    title: { vi: 'Chương trình kết thúc quá sớm', en: 'Programme ends too early' },
    vi: 'Chương trình phải kết thúc sau ngày bắt đầu {validFrom}.',
    en: 'The programme must end after it began on {validFrom}.',
  },
  { constraint: 'training_programmes_period_check' },
);
export const CourseEndsTooEarly = problem(
  'course-ends-too-early',
  422,
  {
    title: { vi: 'Lớp kết thúc quá sớm', en: 'Course ends too early' },
    vi: 'Ngày bế giảng không được trước ngày khai giảng {startsOn}.',
    en: 'A course cannot end before it starts on {startsOn}.',
  },
  { constraint: 'training_courses_period_check' },
);
export const AlreadyTookPart = problem(
  'already-took-part',
  409,
  {
    title: { vi: 'Đã có trong lớp', en: 'Already took part' },
    vi: '{person} đã có trong lớp này; một người chỉ ghi một lần.',
    en: '{person} is recorded in this course already; a person is recorded once.',
  },
  { constraint: 'training_participations_person_unique' },
);
export const CertificateWithoutCompletion = problem(
  'certificate-without-completion',
  422,
  {
    title: { vi: 'Chưa hoàn thành mà có giấy chứng nhận', en: 'Certificate without completion' },
    vi: 'Chỉ người hoàn thành lớp học mới có giấy chứng nhận; số đã ghi là {certificateNumber}.',
    en: 'Only who completed the course has a certificate; the number given is {certificateNumber}.',
  },
  { constraint: 'training_participations_certificate_check' },
);

/** At the number of a certificate. */
export const WITHOUT_COMPLETION = fieldRule('without-completion', {
  vi: 'Chỉ người hoàn thành mới có giấy chứng nhận.',
  en: 'Only who completed the course has a certificate.',
});
/** At the last day of a course. */
export const RESULTS_ENTERED = fieldRule('results-entered', {
  vi: 'Lớp đã có kết quả: ngày bế giảng không thể sau hôm nay.',
  en: 'Results are entered already: its last day cannot be after today.',
});
/** At a result. */
export const BEFORE_COURSE_ENDS = fieldRule('before-course-ends', {
  vi: 'Lớp đến {endsOn} mới bế giảng: chưa có kết quả.',
  en: 'The course ends on {endsOn}: there are no results before.',
});
