import { PickType } from '@nestjs/swagger';
import { CorrectionOf, Entry, EntryOf, Items } from '../../platform/records/entries.js';
import { Award, AwardDecision, AwardRevocation } from './award.entity.js';

const ofAward = [
  'formId',
  'recipientKind',
  'organizationId',
  'unitName',
  'personId',
  'kind',
  'posthumous',
  'achievementFrom',
  'achievementTo',
  'movement',
  'occasion',
  'presentedOn',
] as const;
const ofDecision = ['number', 'decidedOn', 'issuingBodyId', 'signer', 'signerOffice', 'documentId'] as const;

export class AwardItem extends PickType(Award, ofAward) {}

/** A decision with what it awards, as the paper lists it. */
export class AwardDecisionEntry extends EntryOf(AwardDecision, ofDecision) {
  @Items(() => AwardItem, { says: 'What it awards, up to 500', vi: 'khen thưởng', min: 1, max: 500 })
  awards!: AwardItem[];
}
export class AwardDecisionCorrection extends CorrectionOf(AwardDecision, ofDecision) {}

/** Further awards of a decision that was entered before. */
export class AwardsEntry extends Entry {
  @Items(() => AwardItem, { says: 'What it awards besides, up to 500', vi: 'khen thưởng', min: 1, max: 500 })
  awards!: AwardItem[];
}
export class AwardCorrection extends CorrectionOf(Award, ofAward) {}
export class RevocationEntry extends EntryOf(AwardRevocation, ['ground', 'decidedOn', 'documentId']) {}
