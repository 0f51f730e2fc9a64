import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import {
  CongressEntry,
  DelegationBatch,
  DelegationEntry,
  SubstitutionEntry,
} from '../registry/congresses/congress.entries.js';
import { CongressesService } from '../registry/congresses/congresses.service.js';
import { SubstitutionsService } from '../registry/congresses/substitutions.service.js';
import { DelegationsService } from '../registry/congresses/delegations.service.js';
import { idIn } from './entered.js';
import { CONGRESS_DAY, MOTTO } from './facts.js';

const city = {
  level: 'provincial',
  ordinal: 6,
  termName: '2020–2025',
  startsOn: CONGRESS_DAY,
  endsOn: CONGRESS_DAY,
  motto: MOTTO,
};
/** That of the Vietnam Cooperative Alliance; its days are invented. */
const national = { ...city, level: 'national', startsOn: '2021-01-10', endsOn: '2021-01-11', motto: null };

/** Enters both congresses of 2020 and the delegations to them; what is there already stays. */
export async function loadCongresses(app: INestApplicationContext, act: Act): Promise<void> {
  const known = await rowsOf<{ level: string; id: string }>(app, 'select level, id from congresses');
  if (!known.some(({ level }) => level === 'provincial')) await loadCity(app, act);
  if (!known.some(({ level }) => level === 'national')) await loadNational(app, act);
}

/** Each member sends its chair, or else its director. */
async function loadCity(app: INestApplicationContext, act: Act): Promise<void> {
  const congressId = idIn(await app.get(CongressesService).record(validEntry(CongressEntry, city), act));
  const items = (await leadersOfMembers(app)).map(({ organizationId, personId }) => ({
    organizationId,
    officialSeats: 1,
    alternateSeats: 0,
    delegates: [{ personId, kind: 'official', basis: 'nominated', namedOn: '2020-11-10' }],
  }));
  await app.get(DelegationsService).recordAll(congressId, validEntry(DelegationBatch, { items }), act);
}

/** The city elects seven delegates and one alternate, who is called up later; all but its chairman are invented. */
async function loadNational(app: INestApplicationContext, act: Act): Promise<void> {
  const congressId = idIn(await app.get(CongressesService).record(validEntry(CongressEntry, national), act));
  const [chairman] = await rowsOf<{ id: string }>(app, `select id from people where full_name = 'Lương Minh Huệ'`);
  const leaders = (await leadersOfMembers(app)).slice(0, 7);
  const elected = { basis: 'elected', namedOn: CONGRESS_DAY };
  const delegates = [
    { personId: chairman?.id, kind: 'official', ...elected },
    ...leaders.slice(0, 6).map((leader) => ({ ...leader, kind: 'official', ...elected })),
    ...leaders.slice(6).map((leader) => ({ ...leader, kind: 'alternate', alternateRank: 1, ...elected })),
  ];
  const sent = { sendingAllianceId: act.actor.allianceId, officialSeats: 7, alternateSeats: 1, delegates };
  await app.get(DelegationsService).record(congressId, validEntry(DelegationEntry, sent), act);
  const named = await rowsOf<{ id: string; kind: string; alone: boolean }>(
    app,
    'select id, kind, organization_id is null as alone from delegates where congress_id = $1 order by id',
    [congressId],
  );
  const alternateId = named.find(({ kind }) => kind === 'alternate')?.id;
  const absent = named.find(({ kind, alone }) => kind === 'official' && !alone)?.id ?? '';
  const call = { alternateId, substitutedAt: '2021-01-05T02:00:00Z', ground: 'Đại biểu chính thức ốm, không thể dự' };
  await app.get(SubstitutionsService).substitute(absent, validEntry(SubstitutionEntry, call), act);
}

/** Who leads each organisation that is a member on the day of the congress, the oldest membership first. */
const leadersOfMembers = (app: INestApplicationContext) =>
  rowsOf<{ organizationId: string; personId: string }>(
    app,
    `select "organizationId", "personId" from (
       select distinct on (m.id) m.id, m.number, m.organization_id as "organizationId", po.person_id as "personId"
       from memberships m join positions po on po.organization_id = m.organization_id
       where m.admitted_on <= '${CONGRESS_DAY}' and (m.ended_on is null or m.ended_on > '${CONGRESS_DAY}')
         and po.position in ('board_chair', 'director') and po.valid_from <= '${CONGRESS_DAY}'
         and (po.valid_to is null or po.valid_to > '${CONGRESS_DAY}')
       order by m.id, po.position) leader
     order by number`,
  );

const rowsOf = <Row>(app: INestApplicationContext, text: string, values: unknown[] = []): Promise<Row[]> =>
  app.get(Database).run<Row>({ text, values });
