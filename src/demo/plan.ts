import { tradeOf, villages } from './names.js';
import { Chance, dayAfter } from './random.js';
import { CONGRESS_DAY } from './facts.js';

type Kind = 'cooperative' | 'cooperative_union' | 'peoples_credit_fund' | 'enterprise';

/** Organisations founded in a period; `closed` is the period in which they all ended. */
interface Cohort {
  count: number;
  kind: Kind;
  from: string;
  to: string;
  closed?: readonly [string, string];
}

/** 337 of the three kinds operate at the end of 2020; 98 of those are cooperatives founded in 2017–2020. */
const COHORTS: readonly Cohort[] = [
  { count: 168, kind: 'cooperative', from: '1997-01-06', to: '2013-06-28' },
  { count: 40, kind: 'cooperative', from: '2013-07-01', to: '2016-12-20' },
  { count: 98, kind: 'cooperative', from: '2017-01-04', to: '2020-11-20' },
  { count: 5, kind: 'cooperative_union', from: '2006-03-01', to: '2019-10-30' },
  { count: 26, kind: 'peoples_credit_fund', from: '1997-01-06', to: '2012-12-20' },
  { count: 36, kind: 'cooperative', from: '1997-01-06', to: '2008-12-20', closed: ['2011-01-10', '2016-06-20'] },
  { count: 8, kind: 'cooperative', from: '2013-07-01', to: '2016-06-20', closed: ['2018-01-10', '2020-09-20'] },
  { count: 55, kind: 'cooperative', from: '2021-02-01', to: '2024-12-20' },
  { count: 60, kind: 'enterprise', from: '1998-01-05', to: '2019-12-20' },
];

/** Those that operate at the end of 2020 and end later. */
const LATER_CLOSED = 14;
const LAW_OF_2012 = '2013-07-01';

export interface PlannedOrganization {
  kind: Kind;
  village: string;
  taxCode: string;
  foundedOn: string;
  closedOn: string | null;
  /** When it took the model of the law of 2012; null unless it had to. */
  convertedOn: string | null;
  /** A time without work, never at the end of 2020. */
  rest: { from: string; to: string } | null;
  trade: ReturnType<typeof tradeOf>;
}

/** An organisation of the plan, in the registry. */
export interface DemoOrganization extends PlannedOrganization {
  id: string;
}

export const isOfSector = ({ kind }: PlannedOrganization): boolean => kind !== 'enterprise';
export const operatesIn2020 = ({ foundedOn, closedOn }: PlannedOrganization): boolean =>
  foundedOn < CONGRESS_DAY && (closedOn === null || closedOn > '2020-12-31');

/** Every organisation of the demo registry, the same each time. */
export function planOrganizations(): PlannedOrganization[] {
  const chance = new Chance(2020);
  const names = villages(chance);
  const codes = taxCodes(chance);
  const planned = COHORTS.flatMap((cohort) =>
    Array.from({ length: cohort.count }, () => planOne(cohort, names.pop() ?? '', codes.next().value, chance)),
  );
  const last = planned.filter((one) => one.kind === 'cooperative' && operatesIn2020(one) && one.rest === null);
  for (const one of chance.shuffled(last).slice(0, LATER_CLOSED)) one.closedOn = chance.day('2021-03-01', '2024-10-30');
  return planned.sort((a, b) => a.foundedOn.localeCompare(b.foundedOn) || a.taxCode.localeCompare(b.taxCode));
}

function planOne(
  { kind, from, to, closed }: Cohort,
  village: string,
  taxCode: string,
  chance: Chance,
): PlannedOrganization {
  const foundedOn = chance.day(from, to);
  const mustConvert = kind === 'cooperative' && !closed && foundedOn < LAW_OF_2012;
  const inTime = chance.next() < 0.75;
  const converting = inTime ? chance.day('2013-10-01', '2016-06-30') : chance.day('2016-07-01', '2020-11-20');
  const restFrom = chance.day('2014-01-10', '2018-12-20');
  const rests = !closed && foundedOn < '2012-01-01' && chance.next() < 0.06;
  return {
    kind,
    village,
    taxCode,
    foundedOn,
    closedOn: closed ? chance.day(...closed) : null,
    convertedOn: mustConvert ? converting : null,
    rest: rests ? { from: restFrom, to: dayAfter(restFrom, chance.whole(90, 360)) } : null,
    trade: tradeOf(kind, chance),
  };
}

/** Tax codes of Hải Phòng with their check digit, each once. */
function* taxCodes(chance: Chance): Generator<string, never> {
  const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];
  for (let serial = 9_000_000; ; serial += chance.whole(7, 900)) {
    const digits = `02${serial}`;
    const check = 10 - (weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11);
    if (check < 10) yield `${digits}${check}`;
  }
}
