import { personalChanges, personalChangesOf, personalFields } from '../../platform/audit/changes.js';
import { historyOfRecord } from '../../platform/audit/history.view.js';
import { ReadModel } from '../../platform/reading/read-model.js';
import { json } from '../../platform/reading/view-fields.js';
import { personal } from './personal.rights.js';

/** Of an identity number the end is shown, in history as elsewhere; the parts of a name follow from the name. */
const shown = (image: string): string => `(${image} - array['given_name', 'family_name', 'middle_name'] ||
        case when ${image} ->> 'identity_number' is null then '{}'
        else jsonb_build_object('identity_number', '********' || right(${image} ->> 'identity_number', 4)) end)`;

/** The history of a person, or of what a person did: personal values for those who may see them. */
export const historyOfPerson = {
  ...historyOfRecord,
  says: 'Something that was written about a person',
  fields: {
    ...historyOfRecord.fields,
    personalFields: json(
      personalFields(personalChanges(shown)),
      'Which personal values changed, by the names of their fields',
      {
        type: 'array',
        items: { type: 'string' },
      },
    ),
    personalChanges: personalChangesOf(personalChanges(shown), personal.readPersonal),
  },
} as const;

export class PersonHistoryView extends ReadModel(historyOfPerson) {}
