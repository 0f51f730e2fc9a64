import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { AwardDecisionsService } from '../registry/awards/award-decisions.service.js';
import { AwardCorrection, AwardDecisionEntry, RevocationEntry } from '../registry/awards/awards.entries.js';
import { AwardsService } from '../registry/awards/awards.service.js';
import { plannedDecisions, REVISITED, type PlannedDecision } from './awards-plan.js';
import { idsByKey, idsIn } from './entered.js';
import type { Papers } from './papers.js';
import { Chance } from './random.js';

interface Recipients {
  collectives: string[];
  individuals: { personId: string; organizationId: string }[];
}

/** Enters the decisions with their awards, then what became of two of them; goes on where it was interrupted. */
export async function loadAwards(app: INestApplicationContext, papers: Papers, act: Act): Promise<void> {
  const database = app.get(Database);
  const chance = new Chance(2_021);
  const bodies = await idsByKey(app, 'select level as key, id from issuing_bodies where voided_at is null');
  const forms = await idsByKey(app, 'select code as key, id from award_forms where alliance_id is null');
  const known = await idsIn(app, 'select number as id from award_decisions');
  for (const planned of plannedDecisions) {
    const { level, form, number, decidedOn, signer, signerOffice, shared } = planned;
    const { collectives, individuals } = await recipientsOf(database, planned, chance);
    if (known.has(number)) continue;
    const each = { formId: forms.get(form), ...shared };
    const awards = [
      ...collectives.map((organizationId) => ({ ...each, recipientKind: 'collective', organizationId })),
      ...individuals.map((individual) => ({ ...each, recipientKind: 'individual', ...individual })),
    ];
    const entry = { number, decidedOn, issuingBodyId: bodies.get(level), signer, signerOffice, awards };
    await app.get(AwardDecisionsService).record(validEntry(AwardDecisionEntry, entry), act);
  }
  await revisit(app, papers, act);
}

/** Members of the day, the longest-standing first and the others by chance, and people who then led one. */
async function recipientsOf(
  database: Database,
  { decidedOn, collectives, individuals }: PlannedDecision,
  chance: Chance,
): Promise<Recipients> {
  const members = await database.run<{ id: string }>({
    text: `select m.organization_id as id from memberships m join organizations o on o.id = m.organization_id
      where o.kind <> 'enterprise' and m.admitted_on <= $1 and (m.ended_on is null or m.ended_on > $1) order by m.number`,
    values: [decidedOn],
  });
  const leaders = await database.run<Recipients['individuals'][number]>({
    text: `select po.person_id as "personId", po.organization_id as "organizationId" from positions po
      where po.position in ('director', 'board_chair') and po.valid_from <= $1 and (po.valid_to is null or po.valid_to > $1)
      order by po.id`,
    values: [decidedOn],
  });
  const [first, ...others] = members.map(({ id }) => id);
  return {
    collectives: [...(first ? [first] : []), ...chance.shuffled(others)].slice(0, collectives),
    individuals: chance.shuffled(leaders).slice(0, individuals),
  };
}

const REVOKES = {
  code: 'QD-TH-2022',
  number: '130/QĐ-LMHTX',
  issuedOn: '2022-05-10',
  title: 'Về việc hủy bỏ quyết định khen thưởng',
};

/** In 2022 one award of 2018 was taken away, and of another the unit was found that the entry had left out. */
async function revisit(app: INestApplicationContext, papers: Papers, act: Act): Promise<void> {
  const service = app.get(AwardsService);
  const [revoked, corrected] = await app.get(Database).run<{ id: string; version: number; revoked: boolean }>({
    text: `select a.id, a.version, exists (select from award_revocations r where r.award_id = a.id) as revoked
      from awards a join award_decisions ad on ad.id = a.decision_id
      where ad.decided_on = $1 and a.recipient_kind = 'collective' order by a.id offset 1 limit 2`,
    values: [REVISITED],
  });
  if (revoked && !revoked.revoked) {
    const documentId = await papers(REVOKES);
    const entry = {
      ground: 'false_declaration',
      decidedOn: REVOKES.issuedOn,
      documentId,
      reason: 'Kết luận kiểm tra tháng 4/2022',
    };
    await service.revoke(revoked.id, validEntry(RevocationEntry, entry), act);
  }
  if (corrected?.version === 1) {
    const reason = 'Đối chiếu bản gốc tháng 9/2022: khen tổ sản xuất, không phải cả hợp tác xã';
    await service.correct(corrected.id, validEntry(AwardCorrection, { unitName: 'Tổ sản xuất số 2', reason }), act);
  }
}
