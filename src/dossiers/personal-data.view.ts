import { personalChangesOf } from '../platform/audit/changes.js';
import { events } from '../platform/audit/history.view.js';
import { many, ReadModel } from '../platform/reading/read-model.js';
import { text } from '../platform/reading/view-fields.js';
import { PersonHistoryView, personalChangesInFull } from '../registry/people/person-history.view.js';
import { personal } from '../registry/people/personal.rights.js';
import { PersonDossier } from './person-dossier.view.js';

const { id, sequence, at, actorId, actor, requestId, action } = events.fields;

/** In writing of who was called up, the registry wrote why another was not there: that is the other's. */
const ofAnother = `e.table_name = 'delegate_substitutions'
      and not exists (select from delegates x where x.id = e.owner_id and x.person_id = pe.id)`;

class WrittenOfPerson extends ReadModel({
  says: 'Something that was written about the person',
  from: events.from,
  key: events.key,
  scopes: {},
  fields: {
    ...PersonHistoryView.fields,
    personalChanges: personalChangesOf(
      `case when ${ofAnother} then '[]'::json else ${personalChangesInFull} end`,
      personal.readPersonal,
    ),
  },
}) {}

class SeenOfPerson extends ReadModel({
  says: 'That somebody was shown personal values of the person',
  from: events.from,
  key: events.key,
  scopes: {},
  fields: {
    id,
    sequence,
    at,
    actorId,
    actor,
    requestId,
    action,
    request: text(`e.detail ->> 'request'`, 'What was asked', { nullable: true }),
    view: text(`e.detail ->> 'view'`, 'What was shown: the name of its schema', { nullable: true }),
  },
}) {}

/** The registers that tell of people, and the rows of each that are about person `pe`. */
const aboutPerson: Readonly<Record<string, string>> = {
  people: 'select pe.id',
  positions: 'select x.id from positions x where x.person_id = pe.id',
  delegates: 'select x.id from delegates x where x.person_id = pe.id',
  delegate_substitutions: `select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id`,
  awards: 'select x.id from awards x where x.person_id = pe.id',
  award_revocations:
    'select r.id from award_revocations r join awards x on x.id = r.award_id where x.person_id = pe.id',
  training_participations: 'select x.id from training_participations x where x.person_id = pe.id',
};
const tables = Object.keys(aboutPerson)
  .map((table) => `'${table}'`)
  .join(', ');
const ofPerson = Object.values(aboutPerson).join('\n        union all ');

/** Everything that the registry holds about one person, for that person. */
export class PersonalData extends ReadModel({
  says: 'All that is held about a person: the dossier, its whole history, and who has seen it',
  from: PersonDossier.from,
  scopes: PersonDossier.scopes,
  version: 'pe.version',
  leaves: 'export',
  fields: {
    ...PersonDossier.fields,
    identityNumber: text('pe.identity_number', 'The whole personal identity number', {
      nullable: true,
      unless: personal.readPersonal,
    }),
    history: many(
      WrittenOfPerson,
      `(e.table_name in (${tables})
        and e.record_id in (${ofPerson}) or e.action = 'erase' and e.record_id = pe.id
          or e.table_name = 'awards' and pe.id::text in (e.before ->> 'person_id', e.after ->> 'person_id'))
        and e.alliance_id = any(:ownAllianceIds) and ${events.where}`,
      'What was written about the person in the registers of the reader’s alliances, by whom and why, oldest first; why somebody else left a seat that the person took is not in it',
      { orderBy: 'e.id' },
    ),
    seenBy: many(
      SeenOfPerson,
      `e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)
        and e.alliance_id = any(:ownAllianceIds) and ${events.where}`,
      'Who was shown personal values, alone or in a list, oldest first',
      { orderBy: 'e.id' },
    ),
  },
}) {}
