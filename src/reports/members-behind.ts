import type { Wanted } from '../platform/reading/wanted.js';
import { standings } from '../registry/memberships/standing-on-day.js';
import { linkTo } from './list-behind.js';

/** Members of one kind, sector and place. */
export interface MembersRow extends Record<string, string | number | null> {
  kind: string;
  sector: string | null;
  placeId: string | null;
  members: number;
}
interface Period {
  from: string;
  to: string;
}

/** Every standing but that of what was entered by mistake. */
const standing = standings.codes.filter((one) => one !== 'voided');

/** The lists of just the memberships that a row counts. */
export function membersBehind(
  { kind, sector, placeId }: MembersRow,
  { from, to }: Period,
  allianceId: string | null,
  wanted: Wanted,
) {
  const path = 'memberships';
  const cell = {
    ...(allianceId !== null && { allianceId: [allianceId] }),
    kind: [kind],
    ...(sector === null ? { sectorKnown: ['false'] } : { sector: [sector] }),
    ...(placeId === null ? { seatKnown: ['false'] } : { countedInId: [placeId] }),
  };
  const within = (event: 'admittedOn' | 'endedOn') =>
    linkTo(
      { path, ever: true, filters: { ...cell, standing, [`${event}From`]: [from], [`${event}To`]: [to] } },
      wanted,
    );
  return {
    memberRows: linkTo({ path, filters: cell }, wanted),
    joinedRows: within('admittedOn'),
    leftRows: within('endedOn'),
  };
}
