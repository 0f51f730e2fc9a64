import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, integer, text, writesOf } from '../../platform/reading/view-fields.js';
import { allianceBodyKinds } from './alliance.entity.js';
import { termWarnings } from './term-warnings.js';

/** What is about an alliance: short inside its answer, and with its voiding and version by itself. */

const standing = (row: string) => ({
  allianceId: id(`${row}.alliance_id`, 'The alliance'),
  ...writesOf(row),
});

const nameFields = {
  id: id('n.id', 'Its id'),
  name: text('n.name', 'Name'),
  validFrom: day('n.valid_from', 'First day of this name'),
};
const termFields = {
  id: id('t.id', 'Its id'),
  name: text('t.name', 'Name', { example: '2020–2025' }),
  validFrom: day('t.valid_from', 'First day'),
  validTo: day('t.valid_to', 'First day of the time after; null until it is known', { nullable: true }),
};
const bodyFields = {
  id: id('y.id', 'Its id'),
  kind: code(allianceBodyKinds, 'y.kind', 'Kind'),
  seats: integer('y.seats', 'Seats, filled or not'),
};

export class NameOfAlliance extends ReadModel({
  says: 'A name of the alliance, in force until the next one',
  from: 'alliance_names n',
  where: 'n.voided_at is null',
  scopes: {},
  fields: nameFields,
}) {}

class BodyOfTerm extends ReadModel({
  says: 'A body in the term',
  from: 'alliance_bodies y',
  where: 'y.voided_at is null',
  scopes: {},
  fields: bodyFields,
}) {}

const bodies = many(BodyOfTerm, 'y.term_id = t.id', 'The bodies of the term, with their seats', { orderBy: 'y.kind' });

export class TermOfAlliance extends ReadModel({
  says: 'A term of office of the alliance',
  from: 'alliance_terms t',
  where: 't.voided_at is null',
  scopes: {},
  fields: { ...termFields, bodies, warnings: termWarnings },
}) {}

export class AllianceNameView extends ReadModel({
  says: 'A name of an alliance',
  from: 'alliance_names n',
  scopes: { alliance: 'n.alliance_id' },
  version: 'n.version',
  fields: { ...nameFields, ...standing('n') },
}) {}

export class AllianceTermView extends ReadModel({
  says: 'A term of office with its bodies',
  from: 'alliance_terms t',
  scopes: { alliance: 't.alliance_id' },
  version: 't.version',
  fields: { ...termFields, bodies, warnings: termWarnings, ...standing('t') },
}) {}

/** A term of office named inside another record's answer. */
export class NamedTerm extends ReadModel({
  says: 'A term of office',
  from: 'alliance_terms t',
  scopes: {},
  fields: termFields,
}) {}

export class AllianceBodyView extends ReadModel({
  says: 'A body of an alliance in a term',
  from: 'alliance_bodies y',
  scopes: { alliance: 'y.alliance_id' },
  version: 'y.version',
  fields: { ...bodyFields, term: one(NamedTerm, 't.id = y.term_id', 'The term'), ...standing('y') },
}) {}
