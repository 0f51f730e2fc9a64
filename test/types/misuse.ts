import { Allow } from '../../src/platform/http/allow.js';
import { problem } from '../../src/platform/problems/problem.js';
import type { Answer } from '../../src/platform/reading/answer.js';
import { ReadModel } from '../../src/platform/reading/read-model.js';
import type { Reader } from '../../src/platform/reading/reader.js';
import { id } from '../../src/platform/reading/view-fields.js';
import { wantedAsOf } from '../../src/platform/reading/wanted.js';
import { closedList } from '../../src/platform/records/code-list.js';
import { CorrectionOf, EntryOf } from '../../src/platform/records/entries.js';
import { Code, Day, Flag, Integer, Reference, Text, Texts } from '../../src/platform/records/fields.js';
import { RegistryRecord } from '../../src/platform/records/record.js';
import type { Act } from '../../src/platform/rights/act.js';
import { rights } from '../../src/platform/rights/rights.js';
import type { Registry } from '../../src/platform/writing/registry.js';

/**
 * What must not compile. `tsc --noEmit` checks it: an `@ts-expect-error` above a line that compiles is itself an error.
 * Nothing here ever runs.
 */

const colours = closedList('colour', ['red', 'green']);

/** Each decorator above a property of its own type compiles, so that the refusals below are for the right reason. */
export class Sound {
  @Text({ max: 10, says: 'A text' }) text!: string;
  @Text({ max: 10, says: 'A text or nothing', optional: true }) maybeText!: string | null;
  @Texts({ max: 10, most: 3, says: 'Texts' }) texts!: string[];
  @Integer({ says: 'A number' }) count!: number;
  @Code(colours, { says: 'A code' }) colour!: 'red' | 'green';
}

export class WrongType {
  // @ts-expect-error a text above a number
  @Text({ max: 10, says: 'A text' }) text!: number;
  // @ts-expect-error several texts above one
  @Texts({ max: 10, most: 3, says: 'Texts' }) texts!: string;
  // @ts-expect-error a number above a text
  @Integer({ says: 'A number' }) count!: string;
  // @ts-expect-error a flag above a text
  @Flag({ says: 'A flag' }) flag!: string;
  // @ts-expect-error a day is a text, no Date
  @Day({ says: 'A day' }) day!: Date;
  // @ts-expect-error a code that the closed list has not
  @Code(colours, { says: 'A code' }) colour!: 'red' | 'blue';
}

export class WrongNull {
  // @ts-expect-error an optional text above a non-null type
  @Text({ max: 10, says: 'A text', optional: true }) text!: string;
  // @ts-expect-error an optional reference above a non-null type
  @Reference('documents', { says: 'A document', optional: true }) documentId!: string;
  // @ts-expect-error a required day above a type that admits null
  @Day({ says: 'A day' }) day!: string | null;
}

export class ThingsBySomething extends ReadModel({
  says: 'A thing',
  from: 'things t',
  scopes: {},
  fields: { id: id('t.id', 'Its id') },
  filters: {
    // @ts-expect-error a filter by a code without the codes there are
    colour: { says: 'Things of this colour', kind: 'code', sql: 't.colour = :colour' },
    known: { says: 'Things of this colour', kind: 'code', sql: 't.colour = :known', codes: colours },
  },
}) {}

class ThingView extends ReadModel({
  says: 'A thing',
  from: 'things t',
  scopes: { alliance: 't.alliance_id' },
  fields: { id: id('t.id', 'Its id') },
}) {}

export const soundRights = rights(ThingView, ['read'], (may) => [may('auditor', 'read').within('alliance')]);

class Kept extends RegistryRecord {
  @Text({ max: 10, says: 'A text' }) text!: string;
}

export class Allowed extends EntryOf(Kept, ['text']) {}
// @ts-expect-error a caller chooses no id
export class ChosenByCaller extends EntryOf(Kept, ['id']) {}
class Papered extends RegistryRecord {
  @Reference('documents', { says: 'Its paper' }) sourceDocumentId!: string;
}
// @ts-expect-error an entry's own paper stands where a record's is to be told
export class PaperedByCaller extends EntryOf(Papered, ['sourceDocumentId']) {}
export const enterWithGrounds = (registry: Registry, entry: Allowed) =>
  // @ts-expect-error why it is entered is no field of the record
  registry.add(Kept, entry);

// @ts-expect-error nor says that a record is voided
export class VoidedByCaller extends CorrectionOf(Kept, ['voidedAt']) {}

export const strangeScope = rights(ThingView, ['read'], (may) => [
  // @ts-expect-error the read model has no scope `organization`
  may('auditor', 'read').within('organization'),
]);

export const strangeAction = rights(ThingView, ['read'], (may) => [
  // @ts-expect-error the action `void` is not listed
  may('auditor', 'read', 'void').within('alliance'),
]);

export const unfinished = rights(ThingView, ['read'], (may) => [
  // @ts-expect-error a sentence that does not say how far it reaches
  may('auditor', 'read'),
]);

export const lookalike = rights(ThingView, ['read'], () => [
  // @ts-expect-error an object of the shape of a grant is none
  { role: 'auditor', actions: ['read'], scope: 'everywhere' },
]);

export const unfinishedOnRoute = rights(ThingView, ['read'], (may) => {
  const sentence = may('auditor', 'read');
  const grant = sentence.within('alliance');
  class Routes {
    // @ts-expect-error an unfinished sentence guards no route
    @Allow(sentence) unfinished(): Promise<Answer> {
      throw new Error();
    }
    // @ts-expect-error a grant is no right
    @Allow(grant) granted(): Promise<Answer> {
      throw new Error();
    }
    @Allow(soundRights.read) sound(): Promise<Answer> {
      throw new Error();
    }
    // @ts-expect-error a route that answers something that nobody read
    @Allow(soundRights.read) unread(): Promise<object> {
      throw new Error();
    }
    // @ts-expect-error the register has no such right
    @Allow(soundRights.record) unknown(): Promise<Answer> {
      throw new Error();
    }
  }
  return [grant, ...(Routes.length > 0 ? [grant] : [])];
});

const title = { vi: 'Trùng số', en: 'Number taken' };

export const NumberTaken = problem('sound', 409, {
  title,
  vi: 'Số {number} đã có.',
  en: 'The number {number} is taken.',
});
export const Plain = problem('plain', 409, { title, vi: 'Số đã có.', en: 'The number is taken.' });

export const OtherName = problem('other-name', 409, {
  title,
  vi: 'Số {number} đã có.',
  // @ts-expect-error the English words name another parameter
  en: 'The number {value} is taken.',
});
export const MissingName = problem('missing-name', 409, {
  title,
  vi: 'Số {number} của {owner} đã có.',
  // @ts-expect-error the English words leave a parameter out
  en: 'The number {number} is taken.',
});
export const AnotherName = problem('another-name', 409, {
  title,
  vi: 'Số {number} đã có.',
  // @ts-expect-error the English words name one parameter more
  en: 'The number {number} of {owner} is taken.',
});

export const raised = [
  NumberTaken({ number: 263 }),
  Plain(),
  // @ts-expect-error without its parameters
  NumberTaken(),
  // @ts-expect-error without the parameter that its words name
  NumberTaken({}),
  // @ts-expect-error with another parameter
  NumberTaken({ value: 263 }),
  // @ts-expect-error with a parameter that its words do not name
  Plain({ number: 263 }),
];

export async function readsWithoutAct(reader: Reader, act: Act): Promise<void> {
  const wanted = wantedAsOf('2020-11-27');
  await reader.page(ThingView, wanted, act);
  // @ts-expect-error a list without an act
  await reader.page(ThingView, wanted);
  // @ts-expect-error a record without an act
  await reader.one(ThingView, 'id', wanted);
  // @ts-expect-error a count without an act
  await reader.count(ThingView, wanted);
  // @ts-expect-error a sum without an act
  await reader.sum(ThingView, 'id', wanted);
  // @ts-expect-error an actor is no act
  await reader.page(ThingView, wanted, act.actor);
  // @ts-expect-error an object of the shape of an act is none
  await reader.page(ThingView, wanted, { ...act });
}
