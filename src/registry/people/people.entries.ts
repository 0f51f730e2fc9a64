import { PickType } from '@nestjs/swagger';
import { CorrectionOf, Entry, EntryOf, Items } from '../../platform/records/entries.js';
import { Person } from './person.entity.js';
import { Position } from './position.entity.js';

const own = ['fullName', 'sex', 'birthDate', 'phone', 'email', 'identityNumber', 'publicOffice'] as const;

export class PersonEntry extends EntryOf(Person, own) {}
export class PersonCorrection extends CorrectionOf(Person, own) {}

class HeldPosition extends PickType(Position, ['organizationId', 'position', 'validFrom', 'validTo', 'documentId']) {}

/** A person with the positions, as a list of officers gives them. */
export class Officer extends PickType(Person, own) {
  @Items(() => HeldPosition, { says: 'The positions held', vi: 'chức vụ', max: 20 }) positions?: HeldPosition[];
}

/** Many new people, all or nothing. */
export class PeopleBatch extends Entry {
  @Items(() => Officer, { says: 'Up to 500 people', vi: 'cá nhân', min: 1, max: 500 }) items!: Officer[];
}
