import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, writesOf } from '../../platform/reading/view-fields.js';
import { Paper } from '../documents/paper.view.js';
import { revocationGrounds } from './award.entity.js';

const fields = {
  id: id('r.id', 'Its id'),
  ground: code(revocationGrounds, 'r.ground', 'Ground'),
  decidedOn: day('r.decided_on', 'Day of the decision to revoke'),
  document: one(Paper, 'd.id = r.document_id', 'That decision'),
};

export class RevocationOfAward extends ReadModel({
  says: 'How the award was taken away',
  from: 'award_revocations r',
  where: 'r.voided_at is null',
  scopes: {},
  fields,
}) {}

/** One revocation by itself, voided or not. */
export class AwardRevocationView extends ReadModel({
  says: 'A revocation of an award',
  from: 'award_revocations r',
  scopes: { alliance: 'r.alliance_id' },
  version: 'r.version',
  fields: {
    ...fields,
    awardId: id('r.award_id', 'The award'),
    ...writesOf('r'),
  },
}) {}
