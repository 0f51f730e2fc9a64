import { closedList } from '../../platform/records/code-list.js';
import { mayCompare } from '../../platform/reading/compared.js';
import { warnings } from '../../platform/reading/view-fields.js';
import { personal } from './personal.rights.js';

const codes = closedList('person_warning', [
  'identity_conflicts_with_birth_year',
  'identity_conflicts_with_sex',
  'recorded_twice',
  'active_before_birth',
]);

/** People who share a day of birth, a telephone, an e-mail or an organisation with person `pe`, each found by an index. */
const alike = `select x.id from people x where x.birth_date = pe.birth_date and x.alliance_id = pe.alliance_id
          union all select x.id from people x where x.phone = pe.phone
          union all select x.id from people x where x.email = pe.email
          union all select theirs.person_id from positions po join positions theirs on theirs.organization_id = po.organization_id
            where po.person_id = pe.id and po.voided_at is null and theirs.voided_at is null`;

/**
 * Named alike but for diacritics, as spreadsheets lose them; two identity numbers, or two days of birth, are two people. `is true`
 * keeps the index of names out of it: of a frequent one there are hundreds, of whom few share anything else.
 */
const recordedTwice = `pe.voided_at is null and pe.erased_at is null and ${mayCompare} and exists (select from people other
        where other.id in (${alike}) and other.id <> pe.id and other.alliance_id = pe.alliance_id
        and other.voided_at is null and other.erased_at is null
        and num_nulls(other.identity_number, pe.identity_number) > 0 and (other.birth_date = pe.birth_date) is not false
        and (fold(other.full_name) = fold(pe.full_name)) is true)`;

/** A position, an award or a course of person `pe` is older than the person; said here, where the day of birth is seen. */
const activeBeforeBirth = `pe.voided_at is null and exists (
        select from positions po where po.person_id = pe.id and po.voided_at is null and po.valid_from < pe.birth_date
        union all select from awards a join award_decisions ad on ad.id = a.decision_id
          where a.person_id = pe.id and a.voided_at is null and ad.decided_on < pe.birth_date
        union all select from training_participations tp join training_courses c on c.id = tp.course_id
          where tp.person_id = pe.id and tp.voided_at is null and c.starts_on < pe.birth_date)`;

/** Of person `pe`; only for those who may see what they are about. */
export const personWarnings = warnings(
  codes,
  {
    identity_conflicts_with_birth_year: 'identity_birth_year(pe.identity_number) <> extract(year from pe.birth_date)',
    identity_conflicts_with_sex: 'identity_sex(pe.identity_number) <> pe.sex',
    recorded_twice: recordedTwice,
    active_before_birth: activeBeforeBirth,
  },
  { unless: personal.readPersonal },
);
