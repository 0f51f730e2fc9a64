import { nameOnDay } from '../../platform/reading/on-day.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { code, id, text } from '../../platform/reading/view-fields.js';
import { allianceLevels } from './alliance.entity.js';

/** The name of an alliance (by the alias of its row) on the day asked for. */
export const allianceNameOnDay = (alliance: string): string =>
  `coalesce(${nameOnDay('alliance_names', 'alliance_id', `${alliance}.id`)}, '')`;

/** An alliance named inside another record's answer. */
export class AllianceName extends ReadModel({
  says: 'An alliance by its name on the day',
  from: 'alliances l',
  scopes: {},
  fields: {
    id: id('l.id', 'Its id'),
    code: text('l.code', 'Its code', { example: 'HP' }),
    level: code(allianceLevels, 'l.level', 'Level'),
    name: text(allianceNameOnDay('l'), 'Its name on the day'),
  },
}) {}
