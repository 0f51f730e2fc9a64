import { personalChanges, personalChangesOf, personalFields } from '../../platform/audit/changes.js';
import { historyOfRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { json } from '../../platform/reading/view-fields.js';
import { personal } from './personal.rights.js';

/** The parts of a name follow from the name. */
const SAID = `k.key not in ('given_name', 'family_name', 'middle_name')`;

/** Of an identity number the end is shown, in history as elsewhere. */
const inPart = (value: string): string =>
  `case when k.key = 'identity_number' then to_jsonb('********' || right((${value}) #>> '{}', 4)) else ${value} end`;

/** What changed of the personal values of a person, each whole. */
export const personalChangesInFull = personalChanges(SAID);
const changed = personalChanges(SAID, inPart);

/** The history of a person, or of what a person did: personal values for those who may see them. */
export const historyOfPerson = {
  ...historyOfRecord,
  says: 'Something that was written about a person',
  fields: {
    ...historyOfRecord.fields,
    personalFields: json(
      personalFields(changed),
      'Which personal values changed, by the names of their fields',
      { type: 'array', items: { type: 'string' } },
      { filed: 'fields' },
    ),
    personalChanges: personalChangesOf(changed, personal.readPersonal),
  },
} as const;

export class PersonHistoryView extends ReadModel(historyOfPerson) {}
