import { ReadModel, type Search } from '../../platform/reading/read-model.js';
import { id, text } from '../../platform/reading/view-fields.js';
import { personSexes } from './person.entity.js';

/** Finds a person (by the SQL of the id) by the words of the name; as for organisations, the names are asked first. */
export const personNamed = (personId: string): Search => ({
  says: 'the name of the person',
  sql: `${personId} = any(array(select named.id from people named where fold(named.full_name) like (select :q)))`,
});

/** The parts of a name in the order in which Vietnamese lists compare them: tên, họ, đệm. */
export const partsInOrder = (people: string): string =>
  `${people}.given_name, ${people}.family_name, ${people}.middle_name`;

/** Compared part by part, as Vietnamese lists of people are ordered; by the index, where the list joins its people. */
export const nameOrderOf = (people: string): string => `array[${partsInOrder(people)}] collate "vi-x-icu"`;

/** A list in the order of its people's names (by the SQL of the person's id). */
export const byName = (personId: string): string =>
  `coalesce((select array[${partsInOrder('named')}] from people named
      where named.id = ${personId}), '{"","",""}') collate "vi-x-icu"`;

/** The filter of a list by the sex of its people (by the SQL of the person's id): congresses and courses are counted so. */
export const bySex = (personId: string) =>
  ({
    sex: {
      says: 'Sex of the person',
      kind: 'code',
      codes: personSexes,
      sql: `exists (select from people whose where whose.id = ${personId} and whose.sex = :sex)`,
    },
  }) as const;

/** A person named inside another record's answer. */
export class PersonName extends ReadModel({
  says: 'A person by name',
  from: 'people pe',
  scopes: {},
  fields: {
    id: id('pe.id', 'Its id', { kept: true }),
    fullName: text('pe.full_name', 'The whole name', { example: 'Nguyễn Thị Minh An' }),
  },
}) {}
