import { MOVEMENT_2017_2020 } from '../reports/figures.js';
import { CONGRESS_DAY } from './facts.js';
import { numberOn } from './random.js';

/** A decision of the demo registry, before its recipients are chosen. */
export interface PlannedDecision {
  /** Level of the issuing body, which names it among those entered before. */
  level: 'province' | 'alliance_national' | 'alliance_provincial';
  number: string;
  decidedOn: string;
  signer: string;
  signerOffice: string;
  form: 'bk_bn' | 'gk';
  collectives: number;
  individuals: number;
  /** What each of its awards says. */
  shared: Readonly<Record<string, string>>;
}

const CITY = { level: 'province', form: 'bk_bn', signer: 'Nguyễn Văn A', signerOffice: 'Chủ tịch' } as const;
const NATIONAL = { ...CITY, level: 'alliance_national', signer: 'Trần Văn B' } as const;
const ALLIANCE = { level: 'alliance_provincial', form: 'gk', signer: 'Lê Thị C', signerOffice: 'Chủ tịch' } as const;

const ofMovement = {
  kind: 'movement',
  movement: MOVEMENT_2017_2020,
  achievementFrom: '2017-01-01',
  achievementTo: '2021-01-01',
  occasion: 'Đại hội Liên minh HTX và doanh nghiệp thành phố lần thứ 6',
  presentedOn: CONGRESS_DAY,
};

const ofYear = (year: number) => ({
  kind: 'merit',
  achievementFrom: `${year}-01-01`,
  achievementTo: `${year + 1}-01-01`,
  occasion: 'Hội nghị tổng kết năm',
});

/** Each year the alliance commends, and the city the best of them. */
const earlier = [2015, 2016, 2017, 2018, 2019].flatMap((year): PlannedDecision[] => [
  {
    ...ALLIANCE,
    number: `${numberOn(`${year}-12-18`)}/QĐ-LMHTX`,
    decidedOn: `${year}-12-18`,
    collectives: 9,
    individuals: 5,
    shared: ofYear(year),
  },
  {
    ...CITY,
    number: `${year - 1700}/QĐ-UBND`,
    decidedOn: `${year}-12-26`,
    collectives: 3,
    individuals: 1,
    shared: ofYear(year),
  },
]);

/** Of the article: 10 collectives and 6 individuals for 2017–2020. Numbers, signers and recipients are invented. */
export const plannedDecisions: readonly PlannedDecision[] = [
  ...earlier,
  { ...CITY, number: '3480/QĐ-UBND', decidedOn: '2020-11-16', collectives: 4, individuals: 2, shared: ofMovement },
  {
    ...NATIONAL,
    number: '752/QĐ-LMHTXVN',
    decidedOn: '2020-11-18',
    collectives: 6,
    individuals: 4,
    shared: ofMovement,
  },
];

/** The day of the decision of which one award was revoked, and one corrected. */
export const REVISITED = '2018-12-18';
