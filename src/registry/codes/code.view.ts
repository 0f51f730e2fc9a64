import { codesWithinReach } from '../../platform/records/code-list.js';
import { inForceOnDay } from '../../platform/reading/on-day.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { day, flag, id, integer, text } from '../../platform/reading/view-fields.js';

const manager = `case when c.list = 'position' then exists (select from manager_positions mp
      where mp.position_code = c.code and mp.voided_at is null
      and (mp.alliance_id is null or mp.alliance_id = (:ownAllianceIds::uuid[])[1])
      and ${inForceOnDay('mp')}) end`;

/** Whether a code, by the alias of its row, is offered on the day; one without days always is. */
export const codeOffered = (row: string): string =>
  `(${row}.valid_from is null or ${row}.valid_from <= :asOf) and (${row}.valid_to is null or ${row}.valid_to > :asOf)`;

/** Reference data: everybody's, and what one's own alliance added. */
export class CodeView extends ReadModel({
  says: 'A code of a list, with its labels',
  from: 'codes c',
  where: `c.list = :list and ${codesWithinReach}`,
  inForce: codeOffered('c'),
  scopes: {},
  key: 'c.code',
  order: 'rank',
  fields: {
    code: text('c.code', 'The code, as records hold it', { example: 'cooperative' }),
    vi: text('c.vi', 'Vietnamese label', { example: 'Hợp tác xã' }),
    en: text('c.en', 'English label', { example: 'Cooperative' }),
    rank: integer('c.rank', 'Its place in the list', { sort: true }),
    validFrom: day('c.valid_from', 'First day of the code', { nullable: true }),
    validTo: day(
      'c.valid_to',
      'First day on which it is no longer offered; what is entered of earlier times may still have it',
      { nullable: true },
    ),
    allianceId: id('c.alliance_id', 'The alliance that added it; null when it is everybody’s', { nullable: true }),
    manager: flag(
      manager,
      'Of a position: whether it counts as cán bộ quản lý on the day, in one’s own alliance; null in other lists',
      {
        nullable: true,
      },
    ),
  },
}) {}

export class CodeListView extends ReadModel({
  says: 'A list of codes',
  from: 'code_lists cl',
  scopes: {},
  key: 'cl.list',
  order: 'list',
  calledBy: ['list', 'vi'],
  fields: {
    list: text('cl.list', 'Its name, for `/api/v1/codes/{list}`', { sort: true, example: 'organization_kind' }),
    vi: text('cl.vi', 'Vietnamese name'),
    en: text('cl.en', 'English name'),
    open: flag('cl.open', 'Whether an alliance may add codes of its own'),
  },
}) {}
