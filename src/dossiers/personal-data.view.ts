import { events } from '../platform/audit/history.view.js';
import { many, ReadModel } from '../platform/reading/read-model.js';
import { text } from '../platform/reading/view-fields.js';
import { PersonHistoryView } from '../registry/people/person-history.view.js';
import { personal } from '../registry/people/personal.rights.js';
import { PersonDossier } from './person-dossier.view.js';

const { id, sequence, at, actorId, actor, requestId, action } = events.fields;

class WrittenOfPerson extends ReadModel({
  says: 'Something that was written about the person',
  from: events.from,
  key: events.key,
  scopes: {},
  fields: PersonHistoryView.fields,
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

/** The rows of all registers that are about person `pe`. */
const ofPerson = `select pe.id union all select x.id from positions x where x.person_id = pe.id
        union all select x.id from delegates x where x.person_id = pe.id
        union all select s.id from delegate_substitutions s join delegates x on x.id in (s.delegate_id, s.alternate_id)
          where x.person_id = pe.id
        union all select x.id from awards x where x.person_id = pe.id
        union all select x.id from training_participations x where x.person_id = pe.id`;

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
      `e.table_name in ('people', 'positions', 'delegates', 'delegate_substitutions', 'awards', 'training_participations')
        and e.record_id in (${ofPerson}) or e.action = 'erase' and e.record_id = pe.id`,
      'What was written about the person in all registers, by whom and why, oldest first',
      { orderBy: 'e.id' },
    ),
    seenBy: many(
      SeenOfPerson,
      `e.detail ? 'records' and e.detail -> 'records' @> to_jsonb(pe.id::text)`,
      'Who was shown personal values, alone or in a list, oldest first',
      { orderBy: 'e.id' },
    ),
  },
}) {}
