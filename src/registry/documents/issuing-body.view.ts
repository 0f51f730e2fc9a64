import { nameOnDay } from '../../platform/reading/on-day.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { many, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, lastWriteOf, text, warnings, writesOf } from '../../platform/reading/view-fields.js';
import { closedList } from '../../platform/records/code-list.js';
import { issuingBodyLevels } from './document.entity.js';

/** The name of body `b` on the day asked for. Never null, so that lists can be sorted by it. */
export const issuerNameOnDay = `coalesce(${nameOnDay('issuing_body_names', 'issuing_body_id', 'b.id')}, '')`;

/** What an issuing body by which a list was narrowed is called in its file. */
export const issuerCalled = `(select ${issuerNameOnDay} from issuing_bodies b where b.id = :id and b.alliance_id = any(:ownAllianceIds))`;

const fields = {
  id: id('b.id', 'Its id'),
  level: code(issuingBodyLevels, 'b.level', 'Level', { filter: 'is' }),
  name: text(issuerNameOnDay, 'Its name on the day', {
    sort: `${issuerNameOnDay} collate "vi-x-icu"`,
    example: 'Ủy ban nhân dân thành phố Hải Phòng',
  }),
};

/** An issuing body named inside another record's answer. */
export class Issuer extends ReadModel({
  says: 'An issuing body by its name on the day',
  from: 'issuing_bodies b',
  scopes: {},
  fields,
}) {}

const nameFields = {
  id: id('bn.id', 'Its id'),
  name: text('bn.name', 'Name'),
  validFrom: day('bn.valid_from', 'First day of this name'),
};

class NameOfIssuingBody extends ReadModel({
  says: 'A name, in force until the next one',
  from: 'issuing_body_names bn',
  where: 'bn.voided_at is null',
  scopes: {},
  fields: nameFields,
}) {}

export class IssuingBodyNameView extends ReadModel({
  says: 'A name of an issuing body, in force until the next one; by itself, voided or not',
  from: 'issuing_body_names bn',
  scopes: { alliance: 'bn.alliance_id' },
  version: 'bn.version',
  fields: { ...nameFields, issuingBodyId: id('bn.issuing_body_id', 'The issuing body'), ...writesOf('bn') },
}) {}

/** Of body `b`, by whatever names both had. */
const issuerWarnings = warnings(closedList('issuing_body_warning', ['recorded_twice']), {
  recorded_twice: `b.voided_at is null and ${mayCompare} and exists (select from issuing_body_names own
      join issuing_body_names theirs on theirs.folded = own.folded and theirs.voided_at is null
      join issuing_bodies other on other.id = theirs.issuing_body_id
      where own.issuing_body_id = b.id and own.voided_at is null and other.id <> b.id and other.voided_at is null
      and other.alliance_id = b.alliance_id and other.level = b.level and other.parent_id is not distinct from b.parent_id)`,
});

export class IssuingBodyView extends ReadModel({
  says: 'An issuing body by its name on the day',
  from: 'issuing_bodies b',
  inForce: 'b.voided_at is null',
  scopes: { alliance: 'b.alliance_id' },
  version: 'b.version',
  updatedAt: lastWriteOf('b', { issuing_body_names: 'issuing_body_id' }),
  search: {
    says: 'its names, of whatever time',
    sql: `exists (select from issuing_body_names bn where bn.issuing_body_id = b.id and bn.voided_at is null and fold(bn.name) like :q)`,
  },
  order: 'name',
  fields: {
    ...fields,
    allianceId: id('b.alliance_id', 'The alliance that keeps its record', { filter: 'is' }),
    parentId: id('b.parent_id', 'The body above it', { nullable: true, filter: 'is' }),
    names: many(NameOfIssuingBody, 'bn.issuing_body_id = b.id', 'All its names', { orderBy: 'bn.valid_from' }),
    warnings: issuerWarnings,
    ...writesOf('b'),
  },
}) {}
