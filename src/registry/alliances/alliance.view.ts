import { inForceOnDay } from '../../platform/reading/on-day.js';
import { many, one, ReadModel } from '../../platform/reading/read-model.js';
import { code, id, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { PlaceName } from '../places/place-name.view.js';
import { unitOnDay } from '../places/succession.js';
import { allianceLevels } from './alliance.entity.js';
import { AllianceName, allianceNameOnDay } from './alliance-name.view.js';
import { NameOfAlliance, TermOfAlliance } from './alliance-parts.view.js';

const nameOnDay = allianceNameOnDay('alliance');

export class AllianceView extends ReadModel({
  says: 'An alliance as it stood on a day',
  from: 'alliances alliance',
  inForce: 'alliance.voided_at is null',
  // One right below an own one counts too: who founded it sees it before its reach is looked up anew.
  scopes: { alliance: 'alliance.id = any(:ownAllianceIds) or alliance.parent_id = any(:ownAllianceIds)' },
  version: 'alliance.version',
  updatedAt: lastWriteOf('alliance', {
    alliance_names: 'alliance_id',
    alliance_terms: 'alliance_id',
    alliance_bodies: 'alliance_id',
  }),
  search: {
    says: 'its names, of whatever time',
    sql: `exists (select from alliance_names n where n.alliance_id = alliance.id and n.voided_at is null and fold(n.name) like :q)`,
  },
  order: 'code',
  fields: {
    id: id('alliance.id', 'Its id'),
    code: text('alliance.code', 'Its code', { filter: 'is', sort: true, example: 'HP' }),
    level: code(allianceLevels, 'alliance.level', 'Level', { filter: 'is' }),
    name: text(nameOnDay, 'Its name on the day; an old name finds it too', {
      sort: `${nameOnDay} collate "vi-x-icu"`,
      example: 'Liên minh Hợp tác xã và doanh nghiệp thành phố Hải Phòng',
    }),
    parent: one(AllianceName, 'l.id = alliance.parent_id', 'The alliance above it'),
    place: one(
      PlaceName,
      `p.id = ${unitOnDay('alliance.place_id')}`,
      'Its territory, as the unit that it is on the day',
    ),
    term: one(TermOfAlliance, `t.alliance_id = alliance.id and ${inForceOnDay('t')}`, 'The term of office on the day'),
    names: many(NameOfAlliance, 'n.alliance_id = alliance.id', 'All its names', { orderBy: 'n.valid_from' }),
    terms: many(TermOfAlliance, 't.alliance_id = alliance.id', 'All its terms of office', { orderBy: 't.valid_from' }),
    ...writesOf('alliance'),
  },
  filters: {
    parentId: { says: 'Alliances right below this one', kind: 'id', sql: 'alliance.parent_id = :parentId' },
  },
}) {}
