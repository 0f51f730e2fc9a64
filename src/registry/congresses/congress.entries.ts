import { IntersectionType, PickType } from '@nestjs/swagger';
import { CorrectionOf, Entry, EntryOf, Items } from '../../platform/records/entries.js';
import { Congress, Delegate, DelegateSubstitution, Delegation } from './congress.entity.js';

const congressKeys = ['level', 'ordinal', 'termName', 'termId', 'startsOn', 'endsOn', 'venue', 'motto'] as const;
export class CongressEntry extends EntryOf(Congress, congressKeys) {}
export class CongressCorrection extends CorrectionOf(Congress, congressKeys) {}

const delegateKeys = ['personId', 'organizationId', 'kind', 'alternateRank', 'basis', 'namedOn', 'documentId'] as const;
export class DelegateEntry extends EntryOf(Delegate, delegateKeys) {}
export class DelegateCorrection extends CorrectionOf(Delegate, [
  'organizationId',
  'kind',
  'alternateRank',
  'basis',
  'namedOn',
  'documentId',
]) {}

export class FirstDelegate extends PickType(Delegate, delegateKeys) {}

const delegationKeys = [
  'sendingAllianceId',
  'organizationId',
  'officialSeats',
  'alternateSeats',
  'documentId',
] as const;
class DelegationWithDelegates extends PickType(Delegation, delegationKeys) {
  @Items(() => FirstDelegate, { says: 'Its delegates', vi: 'đại biểu', max: 500 }) delegates?: FirstDelegate[];
}
export class DelegationEntry extends IntersectionType(DelegationWithDelegates, Entry) {}
export class DelegationCorrection extends CorrectionOf(Delegation, ['officialSeats', 'alternateSeats', 'documentId']) {}

/** The delegations of a whole congress, all or nothing. */
export class DelegationBatch extends Entry {
  @Items(() => DelegationWithDelegates, { says: 'Up to 500 delegations', vi: 'đoàn đại biểu', min: 1, max: 500 })
  items!: DelegationWithDelegates[];
}

export class SubstitutionEntry extends EntryOf(DelegateSubstitution, [
  'alternateId',
  'substitutedAt',
  'ground',
  'documentId',
]) {}
