import { Chance, dayAfter } from './random.js';

type Audience = 'managers' | 'accountants' | 'supervisory_boards';

/** An officer who can be sent to a course. */
export interface Sendable {
  personId: string;
  organizationId: string;
  position: string;
  validFrom: string;
  validTo: string | null;
}

export const programmes = [
  {
    name: 'Bồi dưỡng cán bộ quản lý, thành viên HTX giai đoạn 2016–2020',
    validFrom: '2016-01-01',
    validTo: '2021-01-01',
  },
  {
    name: 'Bồi dưỡng cán bộ quản lý, thành viên HTX giai đoạn 2021–2025',
    validFrom: '2021-01-01',
    validTo: '2026-01-01',
  },
].map((one) => ({ ...one, kind: 'short_course', audience: 'managers', funding: 'state_programme' }));

const SUBJECTS: Readonly<Record<Audience, { name: string; positions: readonly string[] }>> = {
  managers: { name: 'Quản trị hợp tác xã', positions: ['board_chair', 'director'] },
  accountants: { name: 'Kế toán hợp tác xã', positions: ['accountant', 'chief_accountant'] },
  supervisory_boards: { name: 'Nghiệp vụ kiểm soát quỹ tín dụng', positions: ['supervisory_head'] },
};
const ROUND: readonly Audience[] = ['managers', 'accountants', 'managers', 'managers', 'accountants'];

/** How many courses a year has, and how many take part in each. */
const YEARS = [
  { year: 2020, courses: 4, seats: 38 },
  { year: 2021, courses: 13, seats: 44 },
  { year: 2022, courses: 10, seats: 42 },
] as const;

/** The courses of three years, each with those who took part; within a year nobody is sent twice. */
export function planTraining(officers: readonly Sendable[]) {
  const chance = new Chance(2_021);
  return YEARS.flatMap(({ year, courses, seats }) => {
    const waiting = new Set(chance.shuffled(officers));
    let certificates = 0;
    return Array.from({ length: courses }, (_, i) => {
      const audience = i === courses - 1 ? 'supervisory_boards' : (ROUND[i % ROUND.length] as Audience);
      const { name, positions } = SUBJECTS[audience];
      const startsOn = `${year}-${String(3 + Math.floor((i * 8) / courses)).padStart(2, '0')}-${chance.oneOf(['04', '11', '18'])}`;
      const sent = [...waiting]
        .filter((one) => positions.includes(one.position) && isHeld(one, startsOn))
        .slice(0, seats);
      const participants = sent.map((one) => {
        waiting.delete(one);
        const result = resultOf(chance.next());
        const certificateNumber = result === 'not_completed' ? null : `${(certificates += 1)}/GCN-${year}`;
        return { personId: one.personId, organizationId: one.organizationId, result, certificateNumber };
      });
      const course = {
        name: `${name}, khóa ${i + 1} năm ${year}`,
        audience,
        startsOn,
        endsOn: dayAfter(startsOn, 4),
        place: 'Hội trường Liên minh',
        organiser: 'Liên minh HTX và doanh nghiệp thành phố Hải Phòng',
        hours: 40,
      };
      return { programme: programmes[year < 2021 ? 0 : 1]?.name ?? '', course, participants };
    });
  });
}

const isHeld = ({ validFrom, validTo }: Sendable, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo > day);

const resultOf = (drawn: number) => (drawn < 0.05 ? 'not_completed' : drawn < 0.15 ? 'excellent' : 'completed');
