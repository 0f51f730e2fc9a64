import { inForceOnDay } from '../../platform/reading/on-day.js';
import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text } from '../../platform/reading/view-fields.js';
import { placeLevels } from './place.entity.js';
import { PlaceName } from './place-name.view.js';

export class PlaceView extends ReadModel({
  says: 'An administrative unit in its period, with what it came from and what became of it',
  from: 'places pl',
  inForce: inForceOnDay('pl'),
  scopes: {},
  search: { says: 'its name', sql: `fold(pl.full_name) like :q` },
  order: 'fullName',
  fields: {
    id: id('pl.id', 'Its id'),
    code: text('pl.code', 'Official code; reused in 2025, so only with the period does it name a unit', {
      filter: 'is',
      example: '31',
    }),
    level: code(placeLevels, 'pl.level', 'Level', { filter: 'is' }),
    name: text('pl.name', 'Name', { example: 'Hải Phòng' }),
    fullName: text('pl.full_name', 'Name with its type', {
      sort: 'pl.full_name collate "vi-x-icu"',
      example: 'Thành phố Hải Phòng',
    }),
    type: text('pl.type', 'Type', { example: 'Thành phố' }),
    parent: one(PlaceName, 'p.id = pl.parent_id', 'The unit above it'),
    within: many(
      PlaceName,
      'p.id = any(array[pl.parent_id, (select above.parent_id from places above where above.id = pl.parent_id)])',
      'All units that it lies in, the nearest first',
      { orderBy: `array_position(array['commune', 'district', 'province'], p.level)` },
    ),
    validFrom: day(
      'pl.valid_from',
      'First day; 1900-01-01 = before the registry’s time, told under the name and kind that it had in June 2025',
    ),
    validTo: day('pl.valid_to', 'First day on which it was no more', { nullable: true }),
    predecessors: many(
      PlaceName,
      'p.id in (select f.predecessor_id from place_successions f where f.successor_id = pl.id)',
      'The units that it was made of',
      { orderBy: 'p.code' },
    ),
    successors: many(
      PlaceName,
      'p.id in (select f.successor_id from place_successions f where f.predecessor_id = pl.id)',
      'The units that it became',
      { orderBy: 'p.code' },
    ),
  },
  filters: {
    parentId: { says: 'Units directly below this one', kind: 'id', sql: 'pl.parent_id = :parentId' },
    successorOf: {
      says: 'What became of this unit',
      kind: 'id',
      sql: 'pl.id in (select f.successor_id from place_successions f where f.predecessor_id = :successorOf)',
    },
    predecessorOf: {
      says: 'What this unit was made of; ask with `ever=true`, or as of a day before the reform',
      kind: 'id',
      sql: 'pl.id in (select f.predecessor_id from place_successions f where f.successor_id = :predecessorOf)',
    },
  },
}) {}
