import { addDays } from '../platform/time/day.js';
import { AwardView } from '../registry/awards/award.view.js';
import { DelegateView } from '../registry/congresses/delegate.view.js';
import { DelegationView } from '../registry/congresses/delegation.view.js';
import { MembershipView } from '../registry/memberships/membership.view.js';
import { OrganizationView } from '../registry/organizations/organization.view.js';
import type { Span } from '../registry/targets/progress.js';
import { ManagerCoverageView } from '../registry/training/coverage.view.js';
import { TrainingCourseView } from '../registry/training/course.view.js';
import { TrainedPersonView } from '../registry/training/trained-person.view.js';
import { source, type FigureSource, type Filters } from './list-behind.js';

/** A line of a term's balance: what is counted, from which day to which. */
export interface TermLine extends Span {
  readonly line: string;
  readonly name: string;
  readonly unit: string;
  readonly source: FigureSource;
}

/**
 * The balance of an alliance's term until a day. The members at its start are those of the eve, so that those who joined
 * on its first day are told once: start + joined − left = now.
 */
export function termLines(allianceId: string, { from, to }: Span): TermLine[] {
  const own = { allianceId: [allianceId] };
  const between = (field: string) => ({ [`${field}From`]: [from], [`${field}To`]: [to] });
  const line = (code: string, name: string, unit: string, source: FigureSource, span: Span = { from, to }) => ({
    line: code,
    name,
    unit,
    source,
    ...span,
  });
  const members = source(MembershipView, 'memberships', own);
  const everMembers = (filters: Filters) => ({ ...members, filters: { ...own, ...filters }, ever: true as const });
  // A term begins with its congress, be it on the last of several days.
  const toCongresses = { ...own, ...between('congressEnded') };
  const delegates = (kind: string) => source(DelegateView, 'delegates', { ...toCongresses, kind: [kind] });
  const awards = (recipientKind: string) =>
    source(AwardView, 'awards', { ...own, recipientKind: [recipientKind], ...between('decidedOn') });
  const founded = { ...own, kind: ['cooperative'], ...between('foundedOn') };
  const taught = { ...own, from: [from], to: [to] };
  const trained = source(
    ManagerCoverageView,
    'training-coverage/managers',
    { ...taught, trained: ['true'] },
    { percentOf: taught },
  );
  const ended = source(TrainingCourseView, 'training-courses', { ...own, ...between('endsOn') });
  const people = source(TrainedPersonView, 'training-coverage/people', taught);
  const joined = everMembers({ ...between('admittedOn'), standing: everAdmitted });
  const left = everMembers({ ...between('endedOn'), standing: ['ended'] });
  const [eve, day] = [addDays(from, -1), { from: to, to }];

  return [
    line('members.start', 'Thành viên đầu nhiệm kỳ', 'thành viên', members, { from: eve, to: eve }),
    line('members.joined', 'Kết nạp', 'thành viên', joined),
    line('members.left', 'Ra khỏi Liên minh', 'thành viên', left),
    line('members.now', 'Thành viên cuối kỳ', 'thành viên', members, day),
    line('sector.founded', 'HTX thành lập mới', 'HTX', source(OrganizationView, 'organizations', founded)),
    line('delegations', 'Đoàn đại biểu dự các đại hội', 'đoàn', source(DelegationView, 'delegations', toCongresses)),
    line('delegates.official', 'Đại biểu chính thức của các đại hội', 'đại biểu', delegates('official')),
    line('delegates.alternate', 'Đại biểu dự khuyết của các đại hội', 'đại biểu', delegates('alternate')),
    line('awards.collective', 'Khen thưởng tập thể', 'lượt', awards('collective')),
    line('awards.individual', 'Khen thưởng cá nhân', 'lượt', awards('individual')),
    line('training.courses', 'Lớp đào tạo, bồi dưỡng đã kết thúc', 'lớp', ended),
    line('training.people', 'Người hoàn thành lớp đào tạo, bồi dưỡng', 'người', people),
    line('training.coverage', 'Tỷ lệ cán bộ quản lý đương nhiệm được đào tạo, bồi dưỡng', '%', trained),
  ];
}

/** The standings of a membership that has begun, whatever became of it. */
const everAdmitted = ['member', 'suspended', 'ended'];
