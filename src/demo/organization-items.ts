import { isOfSector, operatesIn2020, type DemoOrganization, type PlannedOrganization } from './plan.js';
import { Chance, dayAfter, shares } from './random.js';

/** The sums of 2020: more than 200 000 members, about 13 000 regular workers. */
const MEMBERS = 214_600;
const WORKERS = 13_040;

/** A commune of Hải Phòng until July 2025, and whether it has villages (thôn) or is of a town (tổ dân phố). */
export interface DemoCommune {
  id: string;
  rural: boolean;
}

/** An organisation as it is entered, with its names, seats and statuses. */
export function entryOf(one: PlannedOrganization, index: number, communes: readonly DemoCommune[], chance: Chance) {
  const { kind, village, taxCode, foundedOn, closedOn, convertedOn, rest, trade } = one;
  const renamedOn = convertedOn ?? (kind === 'enterprise' && chance.next() < 0.15 ? dayAfter(foundedOn, 2500) : null);
  const early = foundedOn < '2013-07-01' || kind === 'enterprise';
  const names = [{ name: `${early ? trade.before : trade.since} ${village}`, validFrom: foundedOn }];
  if (renamedOn) names.push({ name: `${trade.since} ${village}`, validFrom: renamedOn });
  const seat = (validFrom: string) => {
    const { id: placeId, rural } = chance.oneOf(communes);
    return { placeId, line: `${rural ? 'Thôn' : 'Tổ dân phố'} ${chance.whole(1, 12)}`, validFrom };
  };
  const addresses = [seat(foundedOn)];
  if (!closedOn && foundedOn < '2017-01-01' && chance.next() < 0.12)
    addresses.push(seat(chance.day('2018-01-02', '2024-12-20')));
  const statuses = [{ status: 'operating', validFrom: foundedOn }];
  if (rest) statuses.push({ status: 'suspended', validFrom: rest.from }, { status: 'operating', validFrom: rest.to });
  if (closedOn) {
    const end = chance.next() < 0.2 ? 'merged' : 'dissolved';
    if (end === 'dissolved') statuses.push({ status: 'stopped', validFrom: dayAfter(closedOn, -45) });
    statuses.push({ status: end, validFrom: closedOn });
  }
  const number = String(index + 1).padStart(5, '0');
  return {
    kind,
    taxCode,
    registrationNumber: `0207${kind === 'enterprise' ? 'D' : 'H'}${number}`,
    field: trade.field,
    sector: trade.sector,
    foundedOn,
    foundedPrecision: 'day',
    organizingLaw: lawOf(one),
    names,
    addresses,
    statuses,
  };
}

function lawOf({ kind, foundedOn, closedOn }: PlannedOrganization): string {
  if (kind === 'enterprise') return 'enterprises';
  if (closedOn && closedOn < '2016-07-01') return 'cooperatives_2003';
  return foundedOn < '2024-07-01' ? 'cooperatives_2012' : 'cooperatives_2023';
}

/** Members, workers and capital of each that operates at the end of 2020, enterprises apart. */
export function figuresOf2020(entered: readonly DemoOrganization[]) {
  const chance = new Chance(13_000);
  const sector = entered.filter((one) => isOfSector(one) && operatesIn2020(one));
  const members = shares(
    MEMBERS,
    sector.map(({ kind }) => chance.whole(60, 1200) * (kind === 'peoples_credit_fund' ? 3 : 1)),
  );
  const workers = shares(
    WORKERS,
    sector.map(() => chance.whole(10, 70)),
  );
  return sector.map(({ id }, i) => {
    const figure = (measure: string, value: number) => ({
      year: 2020,
      measure,
      value,
      producer: 'Báo cáo của tổ chức',
      checked: true,
    });
    const capital = chance.whole(3, 80) * 100_000_000;
    const items = [
      figure('members', members[i] ?? 0),
      figure('regular_workers', workers[i] ?? 0),
      figure('charter_capital', capital),
    ];
    return { id, items };
  });
}
