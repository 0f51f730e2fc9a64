import { AwardView } from '../registry/awards/award.view.js';
import { CongressView } from '../registry/congresses/congress.view.js';
import { DelegateView } from '../registry/congresses/delegate.view.js';
import { FigureView } from '../registry/organizations/figure.view.js';
import { ObligationView } from '../registry/organizations/obligation.view.js';
import { cooperativeKinds } from '../registry/organizations/organization.entity.js';
import { OrganizationView } from '../registry/organizations/organization.view.js';
import { MembershipView } from '../registry/memberships/membership.view.js';
import { SectorStatisticView } from '../registry/targets/sector-statistic.view.js';
import { TargetView } from '../registry/targets/target.view.js';
import { source, type FigureSource, type Filters } from './list-behind.js';

const operatingCooperatives = { kind: cooperativeKinds, status: ['operating'] };
const conversions = { law: ['cooperatives_2012'], kind: ['conversion'] };

/** The congress that was held on the day, one of its days. */
const cityCongress = (measure: FigureSource['measure']) => (day: string) =>
  source(CongressView, 'congresses', { level: ['provincial'], startsOnTo: [day], endsOnFrom: [day] }, measure);
/** Those named to the national congress that follows the city's, until the end of the next year. */
const nationalDelegates = (kind: string) => (day: string) =>
  source(DelegateView, 'delegates', {
    congressLevel: ['national'],
    congressFrom: [day],
    congressTo: [`${yearOf(day) + 1}-12-31`],
    kind: [kind],
  });

export const MOVEMENT_2017_2020 = 'Thi đua xây dựng và phát triển kinh tế tập thể 2017–2020';
const OF_MOVEMENT = 'phong trào 2017–2020';
/** No figure says of which movement it counts the awards: that of 2020 does, and others have no rows to be told by. */
const awardsOfMovement =
  (recipientKind: string, narrowed: Filters = {}) =>
  (day: string) =>
    yearOf(day) !== 2020
      ? null
      : source(AwardView, 'awards', { movement: [MOVEMENT_2017_2020], recipientKind: [recipientKind], ...narrowed });
/** Bằng khen of a level: its departments hand out others. */
const certificatesOf = (level: string): Filters => ({ issuingBodyLevel: [level], formCode: ['bk_bn'] });

const yearlyFigures = (measure: string) => (day: string) =>
  source(
    FigureView,
    'organization-figures',
    { measure: [measure], year: [String(yearOf(day))], organizationKind: cooperativeKinds },
    { sumOf: 'value' },
  );

/** A target that a document declares, beside the target that the registry holds to for the term of the figure's day. */
const declaredTarget = (code: string) => (day: string) => ({
  ...source(TargetView, 'targets', { code: [code], termOn: [day] }, 'bounds'),
  ever: true as const,
});

/** What the registry counts for a figure: in words that say of whom, and by the day that the figure speaks of; null where that says too little. */
interface Answer {
  readonly counted: string;
  readonly by: (day: string) => FigureSource | null;
}

const answer = (counted: string, by: Answer['by']): Answer => ({ counted, by });

/** The figures that the registry's rows can answer so far; another population is another code. */
const answers: ReadonlyMap<string, Answer> = new Map(
  Object.entries({
    'congress.ordinal': answer('Đại hội của Liên minh họp ngày đó là lần thứ', cityCongress({ sumOf: 'ordinal' })),
    'congress.motto': answer('Phương châm của đại hội họp ngày đó', cityCongress({ wordsIn: 'motto' })),
    'delegation.official': answer('Đại biểu chính thức dự đại hội toàn quốc sau đó', nationalDelegates('official')),
    'delegation.alternate': answer('Đại biểu dự khuyết dự đại hội toàn quốc sau đó', nationalDelegates('alternate')),
    'members.represented': answer('Tổ chức là thành viên Liên minh, mọi loại hình', () =>
      source(MembershipView, 'memberships', {}),
    ),
    'sector.cooperatives': answer('HTX, liên hiệp HTX và quỹ tín dụng nhân dân đang hoạt động', () =>
      source(OrganizationView, 'organizations', operatingCooperatives),
    ),
    // "2017–2020": no figure says of how many years it is; that of 2020 is of four.
    'sector.founded': answer('HTX thành lập trong bốn năm đến hết năm 2020', (day) =>
      yearOf(day) !== 2020
        ? null
        : source(OrganizationView, 'organizations', {
            kind: ['cooperative'],
            foundedOnFrom: [`${yearOf(day) - 3}-01-01`],
            foundedOnTo: [`${yearOf(day)}-12-31`],
          }),
    ),
    'sector.members': answer(
      'Thành viên của HTX, liên hiệp HTX và quỹ tín dụng nhân dân, theo số liệu năm đã ghi',
      yearlyFigures('members'),
    ),
    'sector.workers': answer(
      'Lao động thường xuyên của HTX, liên hiệp HTX và quỹ tín dụng nhân dân, theo số liệu năm đã ghi',
      yearlyFigures('regular_workers'),
    ),
    'sector.converted': answer(
      'Tỷ lệ tổ chức đã chuyển đổi trên số phải chuyển đổi theo Luật Hợp tác xã năm 2012',
      () => source(ObligationView, 'obligations', { ...conversions, done: ['true'] }, { percentOf: conversions }),
    ),
    'awards.collective': answer(`Khen thưởng tập thể, ${OF_MOVEMENT}`, awardsOfMovement('collective')),
    'awards.individual': answer(`Khen thưởng cá nhân, ${OF_MOVEMENT}`, awardsOfMovement('individual')),
    'awards.city.collective': answer(
      `Bằng khen tập thể của Chủ tịch UBND thành phố, ${OF_MOVEMENT}`,
      awardsOfMovement('collective', certificatesOf('province')),
    ),
    'awards.city.individual': answer(
      `Bằng khen cá nhân của Chủ tịch UBND thành phố, ${OF_MOVEMENT}`,
      awardsOfMovement('individual', certificatesOf('province')),
    ),
    'awards.vca.collective': answer(
      `Bằng khen tập thể của Liên minh HTX Việt Nam, ${OF_MOVEMENT}`,
      awardsOfMovement('collective', certificatesOf('alliance_national')),
    ),
    'awards.vca.individual': answer(
      `Bằng khen cá nhân của Liên minh HTX Việt Nam, ${OF_MOVEMENT}`,
      awardsOfMovement('individual', certificatesOf('alliance_national')),
    ),
    'sector.cooperative_groups': answer('Số tổ hợp tác theo số liệu thống kê khu vực kinh tế tập thể', () =>
      source(
        SectorStatisticView,
        'sector-statistics',
        { figure: ['sector.cooperative_groups'] },
        { sumOf: 'value', upTo: 'valueTo' },
      ),
    ),
    'target.models': answer('Chỉ tiêu nhiệm kỳ về mô hình', declaredTarget('target.models')),
    'target.training': answer('Chỉ tiêu nhiệm kỳ về đào tạo, bồi dưỡng cán bộ', declaredTarget('target.training')),
    'target.founded': answer('Chỉ tiêu nhiệm kỳ về thành lập mới', declaredTarget('target.founded')),
  }),
);

/** The figures that rows answer, a line each: what is counted for it. */
export const figuresInWords = [...answers].map(([code, { counted }]) => `- \`${code}\`: ${counted}`).join('\n');

/** What the registry counts for a figure, in Vietnamese; null where it has no rows for such a one. */
export const countedFor = (code: string): string | null => answers.get(code)?.counted ?? null;

/**
 * What answers a figure that a document of an alliance declares, of the rows that this alliance keeps: whoever asks, and
 * whatever alliances below it have of their own. Null where no rows can.
 */
export function figureSource(code: string, day: string, allianceId: string): FigureSource | null {
  const found = answers.get(code)?.by(day) ?? null;
  if (found === null) return null;
  const own = (filters: Filters): Filters => ({ allianceId: [allianceId], ...filters });
  const { filters, measure } = found;
  const wider = typeof measure === 'object' && 'percentOf' in measure ? { percentOf: own(measure.percentOf) } : measure;
  return { ...found, filters: own(filters), measure: wider };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
