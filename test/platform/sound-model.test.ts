import { expect, test } from '@jest/globals';
import { many, ReadModel, type ReadModelDefinition } from '../../src/platform/reading/read-model.js';
import { day, id, instant, text } from '../../src/platform/reading/view-fields.js';

const declare = ({ fields, ...more }: Partial<ReadModelDefinition>) => {
  const whole = { id: id('t.id', 'Its id'), name: text('t.name', 'Its name', { sort: true }), ...fields };
  return () => ReadModel({ says: 'A thing', from: 'things t', scopes: {}, fields: whole, ...more });
};

test('a read model that no list could keep is refused where it is declared', () => {
  expect(declare({ order: '-name' })).not.toThrow();
  expect(declare({ order: 'nmae' })).toThrow('The read model "A thing" is not sound: it goes by `nmae`');
  expect(declare({ printed: ['name', 'owner.name'] })).toThrow('it is told by `owner.name`, which is no field');
  expect(declare({ calledBy: ['name', 'nickname'] })).toThrow('it is told by `nickname`, which is no field');
  const cursor = { says: 'A cursor of one’s own', kind: 'text', sql: 't.cursor = :cursor' } as const;
  expect(declare({ filters: { cursor } })).toThrow('its filter `cursor` is a parameter of every list');
  const strayed = { says: 'Things of it', kind: 'id', sql: 't.organization_id = :organisationId' } as const;
  expect(declare({ filters: { organizationId: strayed } })).toThrow('does not ask for :organizationId');
  const voidedAt = instant('t.voided_at', 'When it was taken back', { nullable: true });
  const past = declare({ fields: { voidedAt }, inForce: 't.held_on <= :asOf' });
  expect(past).toThrow('what was entered by mistake is in force in it');
  expect(declare({ fields: { voidedAt }, inForce: 't.voided_at is null and t.held_on <= :asOf' })).not.toThrow();
  const endedOn = day('t.ended_on', 'Its end', { nullable: true, sort: true });
  expect(declare({ fields: { endedOn } })).toThrow('it sorts by `endedOn`, which may be null');
  const ended = day('t.ended_on', 'Its end', { nullable: true, sort: `coalesce(t.ended_on, 'infinity')` });
  expect(declare({ fields: { ended } })).not.toThrow();
});

test('nested rows that are tied to none of its own are refused: they would be those of everybody', () => {
  const parts = (from: string) => ReadModel({ says: 'A part', from, scopes: {}, fields: { id: id('p.id', 'Its id') } });
  const whole = (from: string, on: string) => declare({ fields: { parts: many(parts(from), on, 'Its parts') } });
  expect(whole('parts p', 'p.thing_id = t.id')).not.toThrow();
  expect(whole('parts p join things t on t.id = p.thing_id', 'p.thing_id = t.id')).toThrow(
    'nothing ties `parts` to a row',
  );
});
