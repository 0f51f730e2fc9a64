import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { day, id, integer, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { Issuer, issuerCalled } from '../documents/issuing-body.view.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { awardFields } from './award.view.js';

class AwardOfDecision extends ReadModel({
  says: 'What the decision awards to one recipient',
  from: 'awards a join award_decisions ad on ad.id = a.decision_id',
  where: 'a.voided_at is null',
  scopes: {},
  fields: awardFields,
}) {}

const decisions = {
  from: 'award_decisions de',
  inForce: 'de.voided_at is null and de.decided_on <= :asOf',
  scopes: { alliance: 'de.alliance_id' },
  version: 'de.version',
  updatedAt: `greatest(${lastWriteOf('de', { awards: 'decision_id' })}, (select max(revocation.updated_at)
    from awards award join award_revocations revocation on revocation.award_id = award.id where award.decision_id = de.id))`,
  search: { says: 'its number and its signer', sql: `fold(de.number || ' ' || coalesce(de.signer, '')) like :q` },
  order: '-decidedOn',
  filters: {
    ...byPaper('de.document_id = :documentId'),
    number: {
      says: 'Decisions of this number, however it is typed',
      kind: 'text',
      sql: 'number_key(de.number) = number_key(:number)',
    },
    issuingBodyId: {
      says: 'Decisions of this issuing body',
      kind: 'id',
      sql: 'de.issuing_body_id = :issuingBodyId',
      called: issuerCalled,
    },
  },
} as const;

const fields = {
  id: id('de.id', 'Its id'),
  allianceId: id('de.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
  number: text('de.number', 'Number as printed', { example: '163/QĐ-UBND' }),
  decidedOn: day('de.decided_on', 'Day of the decision', { filter: 'range', sort: true, example: '2020-11-18' }),
  issuingBody: one(Issuer, 'b.id = de.issuing_body_id', 'Who issued it'),
  signer: text('de.signer', 'Who signed it', { nullable: true }),
  signerOffice: text('de.signer_office', 'Office of the signer', { nullable: true }),
  document: one(Paper, 'd.id = de.document_id', 'The paper'),
  awardCount: integer(
    '(select count(*) from awards a where a.decision_id = de.id and a.voided_at is null)',
    'How many awards it holds, revoked ones included',
  ),
  ...writesOf('de'),
};

/** In lists, where a page of large decisions with all their awards would be megabytes. */
export class AwardDecisionView extends ReadModel({ ...decisions, says: 'A decision that awards', fields }) {}

export class AwardDecisionWithAwards extends ReadModel({
  ...decisions,
  says: 'A decision with what it awards',
  fields: { ...fields, awards: many(AwardOfDecision, 'a.decision_id = de.id', 'Its awards', { orderBy: 'a.id' }) },
}) {}
