import { nameOnDay } from '../../platform/reading/on-day.js';
import { ReadModel, type Search } from '../../platform/reading/read-model.js';
import { code, id, text } from '../../platform/reading/view-fields.js';
import { organizationKinds } from './organization.entity.js';

/** The name of organisation `o` on the day asked for. */
export const organizationNameOnDay = nameOnDay('organization_names', 'organization_id', 'o.id');

/** Sorts organisations `o` by that name, the Vietnamese way. */
export const nameInOrder = `coalesce(${organizationNameOnDay}, '') collate "vi-x-icu"`;

/** Whether row `n` of the names has the words, in full or as it is called for short. @param words the pattern, as SQL */
export const hasWords = (words: string): string =>
  `(n.folded like ${words} or n.short_name is not null and fold(n.short_name) like ${words})`;

/**
 * Finds an organisation (by the SQL of its id) that ever had a name with the words. The names are asked first, whatever
 * stands around: their index answers both a rare and a frequent name, and the plan need not know which it is. Nor may it:
 * planned with the words in sight, a rare name looks so cheap that each search is planned anew; `(select :q)` hides them.
 */
export const organizationNamed = (organizationId: string): Search => ({
  says: 'the names of the organisation, in full or for short, of whatever time',
  sql: `${organizationId} = any(array(select n.organization_id from organization_names n where n.voided_at is null and ${hasWords('(select :q)')}))`,
});

/** The same of one organisation, by its own names: where nearly every one has the words. */
export const organizationHasName = (organizationId: string): string =>
  `exists (select from organization_names n where n.organization_id = ${organizationId} and n.voided_at is null and ${hasWords(':q')} offset 0)`;

/** An organisation named inside another record's answer. */
export class OrganizationName extends ReadModel({
  says: 'An organisation by its name on the day',
  from: 'organizations o',
  scopes: {},
  fields: {
    id: id('o.id', 'Its id'),
    code: text('o.code', 'Its code', { example: 'HTX-000123' }),
    kind: code(organizationKinds, 'o.kind', 'Kind'),
    name: text(organizationNameOnDay, 'Its name on the day'),
  },
}) {}

/** The filter of a list by one organisation. @param ofIt over `:organizationId` */
export const ofOrganization = (says: string, ofIt: string) =>
  ({
    organizationId: {
      says,
      kind: 'id',
      sql: ofIt,
      called: `(select concat_ws(', ', o.code, ${organizationNameOnDay}) from organizations o
        where o.id = :id and (o.alliance_id = any(:ownAllianceIds) or o.id = :ownOrganizationId))`,
    },
  }) as const;
