import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, flag, id, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { commonOrOwn } from '../alliances/common-or-own.js';
import { issuingBodyLevels } from '../documents/document.entity.js';
import { Issuer, issuerCalled } from '../documents/issuing-body.view.js';
import { byPaper, Paper } from '../documents/paper.view.js';
import { hasWords, OrganizationName, ofOrganization } from '../organizations/organization-name.view.js';
import { bySex, PersonName } from '../people/person-name.view.js';
import { AwardFormName } from './award-form.view.js';
import { awardStatuses, awardWarnings, standsOnDay, statusOnDay } from './award-standing.js';
import { commendationKinds, recipientKinds } from './award.entity.js';
import { RevocationOfAward } from './revocation.view.js';

class DecisionOfAward extends ReadModel({
  says: 'The decision that awards',
  from: 'award_decisions dn',
  scopes: {},
  fields: {
    id: id('dn.id', 'Its id'),
    number: text('dn.number', 'Number as printed', { example: '163/QĐ-UBND' }),
    issuingBody: one(Issuer, 'b.id = dn.issuing_body_id', 'Who issued it'),
    signer: text('dn.signer', 'Who signed it', { nullable: true }),
    signerOffice: text('dn.signer_office', 'Office of the signer', { nullable: true }),
    document: one(Paper, 'd.id = dn.document_id', 'The paper'),
  },
}) {}

/** What every answer about an award tells of it. */
export const awardFields = {
  id: id('a.id', 'Its id'),
  form: one(AwardFormName, 'af.id = a.form_id', 'What is awarded'),
  recipientKind: code(recipientKinds, 'a.recipient_kind', 'Kind of recipient', { filter: 'is' }),
  organization: one(
    OrganizationName,
    'o.id = a.organization_id',
    'The collective, or the organisation of the individual',
  ),
  unitName: text('a.unit_name', 'The unit of the organisation, if not the whole of it', { nullable: true }),
  person: one(PersonName, 'pe.id = a.person_id', 'The individual'),
  kind: code(commendationKinds, 'a.kind', 'Kind of commendation', { nullable: true, filter: 'is' }),
  posthumous: flag('coalesce(a.posthumous, false)', 'Whether it was awarded after death', { filter: 'is' }),
  achievementFrom: day('a.achievement_from', 'First day of the achievement', { nullable: true, filter: 'range' }),
  achievementTo: day('a.achievement_to', 'First day after the achievement', { nullable: true, filter: 'range' }),
  movement: text('a.movement', 'Movement', { nullable: true }),
  occasion: text('a.occasion', 'Occasion of the presentation', { nullable: true }),
  presentedOn: day('a.presented_on', 'Day of the presentation', { nullable: true, filter: 'range' }),
  status: code(awardStatuses, statusOnDay, 'What became of it by the day', { filter: 'is', beyond: 'true' }),
  revocation: one(RevocationOfAward, 'r.award_id = a.id and r.decided_on <= :asOf', 'How it was taken away'),
  warnings: awardWarnings,
};

/** Found from the rare name to its awards; names as they ever were. */
const search = {
  says: 'the name of the recipient: the organisation, of whatever time, the person or the unit',
  sql: `a.id = any(array(
      select x.id from organization_names n join awards x on x.organization_id = n.organization_id
        where n.voided_at is null and ${hasWords(':q')} and x.recipient_kind = 'collective'
      union all select x.id from people pe join awards x on x.person_id = pe.id where fold(pe.full_name) like :q
      union all select x.id from awards x where x.unit_name is not null and fold(x.unit_name) like :q))`,
};

export class AwardView extends ReadModel({
  says: 'An award as it stood on a day',
  from: 'awards a join award_decisions ad on ad.id = a.decision_id',
  inForce: standsOnDay,
  scopes: { alliance: 'a.alliance_id', organization: 'a.organization_id' },
  version: 'a.version',
  updatedAt: `greatest(ad.updated_at, ${lastWriteOf('a', { award_revocations: 'award_id' })})`,
  search,
  order: '-decidedOn',
  filedBy: 'decidedOn',
  calledBy: ['decision.number', 'person.fullName', 'organization.name'],
  printed: [
    'person.fullName',
    'organization.name',
    'unitName',
    'form.nameVi',
    'decision.number',
    'decidedOn',
    'decision.issuingBody.name',
    'presentedOn',
    'status',
  ],
  fields: {
    ...awardFields,
    allianceId: id('a.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    decidedOn: day('ad.decided_on', 'Day of the decision', { filter: 'range', sort: true, example: '2020-11-18' }),
    decision: one(DecisionOfAward, 'dn.id = a.decision_id', 'The decision'),
    ...writesOf('a'),
  },
  filters: {
    ...byPaper(
      'ad.document_id = :documentId or exists (select from award_revocations r where r.award_id = a.id and r.document_id = :documentId and r.voided_at is null)',
    ),
    ...ofOrganization('Awards of this collective, and of individuals of it', 'a.organization_id = :organizationId'),
    movement: {
      says: 'Awards of this movement, however its capitals, diacritics and dashes are written',
      kind: 'text',
      sql: 'fold(a.movement) = fold(:movement)',
    },
    ...bySex('a.person_id'),
    personId: { says: 'Awards of this person', kind: 'id', sql: 'a.person_id = :personId' },
    decisionId: {
      says: 'Awards of this decision; `sort=decidedOn` lists them as they were entered',
      kind: 'id',
      sql: 'a.decision_id = :decisionId',
    },
    issuingBodyId: {
      says: 'Awards that this body issued',
      kind: 'id',
      sql: 'ad.issuing_body_id = :issuingBodyId',
      called: issuerCalled,
    },
    issuingBodyLevel: {
      says: 'Level of the issuing body (codes: `issuing_body_level`)',
      kind: 'code',
      codes: issuingBodyLevels,
      sql: 'exists (select from issuing_bodies b where b.id = ad.issuing_body_id and b.level = :issuingBodyLevel)',
    },
    formId: { says: 'Awards of this title, form or honour', kind: 'id', sql: 'a.form_id = :formId' },
    formCode: {
      says: 'Code of the title, form or honour',
      kind: 'code',
      sql: 'exists (select from award_forms af where af.id = a.form_id and af.code = :formCode)',
      among: `select distinct af.code from award_forms af where ${commonOrOwn('af.')} order by af.code`,
    },
  },
}) {}
