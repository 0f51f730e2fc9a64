import { fieldRule } from '../../platform/problems/field-rules.js';
import { Problem, type FieldError, type ProblemParameters } from '../../platform/problems/problem.js';
import type { Registry } from '../../platform/writing/registry.js';
import { AwardForm } from './award-form.entity.js';
import type { Award } from './award.entity.js';
import type { AwardItem } from './awards.entries.js';
import {
  AwardAchievementUnclear,
  AwardFormNotForRecipient,
  AwardFormNotInForce,
  AwardRecipientUnclear,
  FORM_NOT_FOR_RECIPIENT,
  FORM_NOT_IN_FORCE,
  NOT_FOR_RECIPIENT,
} from './awards.problems.js';

const NOT_AFTER = fieldRule('not-after', { vi: 'Phải sau {start}.', en: 'It must be after {start}.' });

/** An award as it is sent or would become, and where it stands in the request (`/awards/3`, or nothing). */
export interface Placed {
  readonly award: AwardItem | Award;
  readonly at: string;
}

/**
 * Holds what one award says by itself, of all of them at once.
 * @throws AwardRecipientUnclear, AwardAchievementUnclear, with each fault at its pointer
 */
export function refuseUnclear(placed: readonly Placed[]): void {
  const recipients = placed.flatMap(recipientFaults);
  if (recipients.length > 0) throw new Problem(AwardRecipientUnclear, {}, recipients);
  const achievements = placed.flatMap(achievementFaults);
  if (achievements.length > 0) throw new Problem(AwardAchievementUnclear, {}, achievements);
}

/**
 * Holds that what is awarded could be awarded on the day, to such recipients. A form that the writer cannot see is left
 * to the check of references.
 * @param formAt where the request says what does not fit
 * @throws AwardFormNotInForce, AwardFormNotForRecipient, with each fault at its pointer
 */
export async function refuseUnfit(
  registry: Registry,
  decidedOn: string,
  placed: readonly Placed[],
  formAt = (at: string) => `${at}/formId`,
): Promise<void> {
  const forms = new Map<string, AwardForm>();
  const ids = [...new Set(placed.map(({ award }) => award.formId))];
  for (const form of await registry.find(AwardForm, { id: ids })) forms.set(form.id, form);
  const faults = (rule: string, fits: (form: AwardForm, award: Placed['award']) => boolean): FieldError[] =>
    placed.flatMap(({ award, at }) => {
      const form = forms.get(award.formId);
      return !form || fits(form, award)
        ? []
        : fault(formAt(at), rule, { form: { vi: `“${form.nameVi}”`, en: form.nameEn ?? form.nameVi }, decidedOn });
    });
  const early = faults(FORM_NOT_IN_FORCE, ({ validFrom, validTo }) =>
    validTo === null ? validFrom <= decidedOn : validFrom <= decidedOn && decidedOn < validTo,
  );
  if (early.length > 0) throw new Problem(AwardFormNotInForce, { decidedOn }, early);
  const misdirected = faults(FORM_NOT_FOR_RECIPIENT, admits);
  if (misdirected.length > 0) throw new Problem(AwardFormNotForRecipient, {}, misdirected);
}

const admits = (form: AwardForm, { recipientKind }: Placed['award']): boolean =>
  recipientKind === 'collective' ? form.toCollective : form.toIndividual;

const fault = (pointer: string, rule: string, params: ProblemParameters = {}): FieldError[] => [
  { pointer, rule, params },
];

function recipientFaults({ award, at }: Placed): FieldError[] {
  const { recipientKind: kind, organizationId, unitName, personId, posthumous } = award;
  const missing = kind === 'collective' ? { organizationId } : { personId };
  const foreign = kind === 'collective' ? { personId, posthumous: posthumous || null } : { unitName };
  return [
    ...Object.entries(missing).flatMap(([name, id]) => (id == null ? fault(`${at}/${name}`, 'required') : [])),
    ...Object.entries(foreign).flatMap(([name, value]) =>
      value == null ? [] : fault(`${at}/${name}`, NOT_FOR_RECIPIENT),
    ),
  ];
}

function achievementFaults({ award: { achievementFrom: from, achievementTo: to }, at }: Placed): FieldError[] {
  if (from == null && to == null) return [];
  if (from == null) return fault(`${at}/achievementFrom`, 'required');
  if (to == null) return fault(`${at}/achievementTo`, 'required');
  return to > from ? [] : fault(`${at}/achievementTo`, NOT_AFTER, { start: from });
}
