import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, integer, lastWriteOf, text, writesOf } from '../../platform/reading/view-fields.js';
import { TermOfAlliance } from '../alliances/alliance-parts.view.js';
import { allianceLevels } from '../alliances/alliance.entity.js';
import { congressWarnings } from '../alliances/term-warnings.js';

/** What files say of a congress without a number. */
export const EXTRAORDINARY = 'bất thường';

/** A congress named inside another record's answer. */
export class CongressName extends ReadModel({
  says: 'A congress by its names',
  from: 'congresses c',
  scopes: {},
  fields: {
    id: id('c.id', 'Its id'),
    level: code(allianceLevels, 'c.level', 'Level'),
    ordinal: integer('c.ordinal', 'Which one it is; null: an extraordinary one', {
      nullable: true,
      example: 6,
      none: EXTRAORDINARY,
    }),
    termName: text('c.term_name', 'The term it opens', { example: '2020–2025' }),
    startsOn: day('c.starts_on', 'First day'),
  },
}) {}

/**
 * Filters by the days of the congress `c` of a row.
 * @param where makes a condition on the row of one on its congress
 */
export const congressDays = (where: (holds: string) => string) => {
  const filter = (says: string, holds: string) => ({ says, kind: 'day', sql: where(holds) }) as const;
  return {
    congressFrom: filter('Of congresses that start on this day or later', 'c.starts_on >= :congressFrom'),
    congressTo: filter('Of congresses that start on this day or before', 'c.starts_on <= :congressTo'),
    congressEndedFrom: filter('Of congresses that end on this day or later', 'c.ends_on >= :congressEndedFrom'),
    congressEndedTo: filter('Of congresses that end on this day or before', 'c.ends_on <= :congressEndedTo'),
  };
};

/** The filter of a list by one congress. @param ofIt over `:congressId` */
export const ofCongress = (says: string, ofIt: string) =>
  ({
    congressId: {
      says,
      kind: 'id',
      sql: ofIt,
      called: `(select concat_ws(', ', coalesce('lần thứ ' || c.ordinal, '${EXTRAORDINARY}'), 'cấp ' || lower(l.vi),
        'nhiệm kỳ ' || c.term_name, 'khai mạc ' || to_char(c.starts_on, 'DD/MM/YYYY'))
        from congresses c join codes l on l.list = 'alliance_level' and l.code = c.level
        where c.id = :id and c.alliance_id = any(:ownAllianceIds))`,
    },
  }) as const;

/** How many delegates of a kind are named to the congress on the day. */
const named = (
  kind: string,
) => `(select count(*) from namings_to_congresses d where d.congress_id = c.id and d.voided_at is null
      and d.kind = '${kind}' and d.named_on <= :asOf)::integer`;

export class CongressView extends ReadModel({
  says: 'A congress, with how many delegates are named on the day',
  from: 'congresses c',
  inForce: 'c.voided_at is null',
  scopes: {
    alliance: 'c.alliance_id',
    organization: `(exists (select from delegations dn where dn.congress_id = c.id and dn.voided_at is null
      and dn.organization_id = :ownOrganizationId)
      or exists (select from delegates d where d.congress_id = c.id and d.voided_at is null
      and d.organization_id = :ownOrganizationId))`,
  },
  version: 'c.version',
  updatedAt: lastWriteOf('c', { namings_to_congresses: 'congress_id' }),
  search: {
    says: 'its motto and its venue',
    sql: `fold(coalesce(c.motto, '') || ' ' || coalesce(c.venue, '')) like :q`,
  },
  order: '-startsOn',
  calledBy: ['ordinal', 'termName'],
  fields: {
    id: id('c.id', 'Its id'),
    allianceId: id('c.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    level: code(allianceLevels, 'c.level', 'Whose congress it is', { filter: 'is' }),
    ordinal: integer('c.ordinal', 'Which one it is; null: an extraordinary one', {
      nullable: true,
      filter: 'is',
      example: 6,
      none: EXTRAORDINARY,
    }),
    termName: text('c.term_name', 'The term it opens', { example: '2020–2025' }),
    term: one(TermOfAlliance, 't.id = c.term_id', 'The term on record'),
    startsOn: day('c.starts_on', 'First day', { filter: 'range', sort: true, example: '2020-11-27' }),
    endsOn: day('c.ends_on', 'Last day', { filter: 'range' }),
    venue: text('c.venue', 'Where it meets', { nullable: true }),
    motto: text('c.motto', 'Motto', { nullable: true }),
    officials: integer(named('official'), 'Official delegates named on the day'),
    alternates: integer(named('alternate'), 'Alternates named on the day'),
    warnings: congressWarnings,
    ...writesOf('c'),
  },
  filters: {
    motto: {
      says: 'Those with this motto, however its capitals, diacritics and dashes are written',
      kind: 'text',
      sql: 'fold(c.motto) = fold(:motto)',
    },
  },
}) {}
