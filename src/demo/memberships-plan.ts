import { operatesIn2020, type DemoOrganization } from './plan.js';
import { Chance, dayAfter } from './random.js';
import { CONGRESS_DAY } from './facts.js';

export interface PlannedMembership {
  organizationId: string;
  number: string;
  admittedOn: string;
  suspension: { from: string; to: string } | null;
  exit: { kind: 'withdrawn' | 'expelled' | 'dissolved'; on: string; ground: string } | null;
}

/** The days on which the alliance decides about admissions: twice a year since 2003. */
export const decisionDays: readonly string[] = Array.from({ length: 22 }, (_, i) => 2003 + i).flatMap((year) => [
  `${year}-05-15`,
  `${year}-11-10`,
]);

/** The 263 members on the day of the congress. */
const MEMBERS = { cooperative: 196, peoples_credit_fund: 24, enterprise: 43 } as const;

/** Members before the congress, on its day, and after it, numbered by their admission. */
export function planMemberships(organizations: readonly DemoOrganization[]): PlannedMembership[] {
  const chance = new Chance(263);
  const shuffled = chance.shuffled(organizations);
  const atCongress = Object.entries(MEMBERS).flatMap(([kind, count]) =>
    shuffled.filter((one) => one.kind === kind && operatesIn2020(one) && one.foundedOn < '2020-08-01').slice(0, count),
  );
  const others = shuffled.filter((one) => !atCongress.includes(one));
  const gone = others.filter(({ closedOn }) => closedOn && closedOn < CONGRESS_DAY).slice(0, 26);
  const left = others
    .filter((one) => one.kind === 'cooperative' && operatesIn2020(one) && one.foundedOn < '2012-01-01')
    .slice(0, 8);
  const joining = others.filter(
    (one) => !gone.includes(one) && !left.includes(one) && one.closedOn === null && one.foundedOn < '2024-06-01',
  );

  const planned = [
    ...atCongress.map((one, i) => standing(one, i, chance)),
    ...gone.flatMap((one) => ended(one, one.closedOn ?? CONGRESS_DAY, 'dissolved', chance)),
    ...left.flatMap((one, i) => {
      const first = ended(one, chance.day('2015-02-01', '2019-12-20'), 'withdrawn', chance);
      return i < 3 ? [...first, membership(one, '2021-05-15')] : first;
    }),
    ...joining.slice(0, 34).map((one) => membership(one, admission(one, '2021-05-15', '2024-11-10', chance))),
  ];
  planned.sort((a, b) => a.admittedOn.localeCompare(b.admittedOn));
  return planned.map((one, i) => ({ ...one, number: String(i + 1).padStart(4, '0') }));
}

const membership = ({ id }: DemoOrganization, admittedOn: string): PlannedMembership => ({
  organizationId: id,
  number: '',
  admittedOn,
  suspension: null,
  exit: null,
});

/** A member on the day of the congress; some rested before, and some leave after. */
function standing(one: DemoOrganization, index: number, chance: Chance): PlannedMembership {
  const planned = membership(one, admission(one, '2003-05-15', '2020-11-10', chance));
  if (one.closedOn) planned.exit = exit('dissolved', one.closedOn);
  else if (index % 29 === 3) planned.exit = exit('withdrawn', chance.day('2021-02-01', '2024-10-30'));
  else if (index === 100) planned.exit = exit('expelled', '2022-06-15');
  else if (index % 25 === 7) {
    const early = planned.admittedOn < '2015-01-01';
    const from = early ? chance.day('2016-01-10', '2019-06-30') : chance.day('2021-01-10', '2023-06-30');
    planned.suspension = { from, to: dayAfter(from, chance.whole(60, 300)) };
  }
  return planned;
}

/** One that left; none when it was founded too late to have joined. */
function ended(
  one: DemoOrganization,
  on: string,
  kind: 'dissolved' | 'withdrawn',
  chance: Chance,
): PlannedMembership[] {
  const admittedOn = admission(one, '2003-05-15', dayAfter(on, -365), chance);
  return admittedOn < on ? [{ ...membership(one, admittedOn), exit: exit(kind, on) }] : [];
}

/** A day of decision at least two months after the founding, rather an early one. */
function admission({ foundedOn }: DemoOrganization, from: string, to: string, chance: Chance): string {
  const founded = dayAfter(foundedOn, 60);
  const days = decisionDays.filter((day) => day >= from && day <= to && day >= founded);
  return days[Math.floor(days.length * chance.next() ** 2)] ?? to;
}

const GROUNDS = {
  dissolved: 'Tổ chức giải thể',
  withdrawn: 'Tổ chức có đơn xin ra',
  expelled: 'Vi phạm Điều lệ Liên minh',
};
const exit = (kind: keyof typeof GROUNDS, on: string) => ({ kind, on, ground: GROUNDS[kind] });
