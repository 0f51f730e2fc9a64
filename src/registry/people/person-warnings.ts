import { closedList } from '../../platform/records/code-list.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { personal } from './personal.rights.js';

const codes = closedList('person_warning', [
  'identity_conflicts_with_birth_year',
  'identity_conflicts_with_sex',
  'recorded_twice',
]);

/** Persons `pe` and `other` have something in common that is rarely shared by two of one name. */
const sameTraits = `(other.birth_date = pe.birth_date or other.phone = pe.phone or other.email = pe.email
        or exists (select from positions po join positions theirs on theirs.organization_id = po.organization_id
          where po.person_id = pe.id and theirs.person_id = other.id and num_nonnulls(po.voided_at, theirs.voided_at) = 0))`;

/** Without diacritics, as spreadsheets lose them (folded once a person: `select`); two identity numbers are two people. */
const recordedTwice = `pe.voided_at is null and pe.erased_at is null and exists (select from people other
        where fold(other.full_name) = (select fold(pe.full_name)) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0
        and ${sameTraits})`;

/** Of person `pe`; only for those who may see what they are about. */
export const personWarnings = warnings(
  codes,
  {
    identity_conflicts_with_birth_year: 'identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date)',
    identity_conflicts_with_sex: 'identity_sex(pe.identity_number) <> pe.sex',
    recorded_twice: recordedTwice,
  },
  { unless: personal.readPersonal },
);
