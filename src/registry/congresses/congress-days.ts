import { fieldRule } from '../../platform/problems/field-rules.js';
import { Problem } from '../../platform/problems/problem.js';
import { dayInVietNam } from '../../platform/time/day.js';
import type { Registry } from '../../platform/writing/registry.js';
import type { Congress, Delegate, DelegateSubstitution } from './congress.entity.js';
import { NamedAfterCongress, SubstitutedAfterCongress, SubstitutedBeforeNaming } from './congresses.problems.js';
import { dayOfInstant } from './seat-by-then.js';

const AFTER_END = fieldRule('after-end', { vi: 'Không được sau {end}.', en: 'It must not be after {end}.' });

type LastDay = Pick<Congress, 'endsOn'>;
type NamingDay = Pick<Delegate, 'namedOn'>;
type CallingInstant = Pick<DelegateSubstitution, 'substitutedAt'>;

/** @throws NamedAfterCongress at the day of the naming */
export function refuseNamedLate({ namedOn }: NamingDay, { endsOn }: LastDay, at: string): void {
  if (namedOn <= endsOn) return;
  throw new Problem(NamedAfterCongress, { namedOn, endsOn }, [
    { pointer: `${at}/namedOn`, rule: AFTER_END, params: { end: endsOn } },
  ]);
}

/** @throws SubstitutedAfterCongress, SubstitutedBeforeNaming at the instant of the substitution */
export function refuseCalledOutOfDays(call: CallingInstant, both: readonly NamingDay[], { endsOn }: LastDay): void {
  const on = dayOf(call);
  const at = { pointer: '/substitutedAt' };
  if (on > endsOn) {
    throw new Problem(SubstitutedAfterCongress, { on, endsOn }, [{ ...at, rule: AFTER_END, params: { end: endsOn } }]);
  }
  for (const { namedOn: start } of both) {
    if (on >= start) continue;
    throw new Problem(SubstitutedBeforeNaming, { on, namedOn: start }, [
      { ...at, rule: 'before-start', params: { start } },
    ]);
  }
}

/** @throws SubstitutedBeforeNaming at the day of the naming, which a substitution of the delegate precedes */
export function refuseNamedAfterCall({ namedOn }: NamingDay, calls: readonly CallingInstant[]): void {
  const [on] = calls.map(dayOf).sort();
  if (on === undefined || namedOn <= on) return;
  throw new Problem(SubstitutedBeforeNaming, { on, namedOn }, [
    { pointer: '/namedOn', rule: AFTER_END, params: { end: on } },
  ]);
}

/** @throws NamedAfterCongress, SubstitutedAfterCongress at the last day, which leaves them behind it */
export async function refuseEndBeforeOthers(registry: Registry, { id, endsOn }: Congress): Promise<void> {
  const [last] = await registry.ask<{ namedOn: string | null; on: string | null }>(
    `select max(d.named_on)::text as "namedOn", max(${dayOfInstant('s.substituted_at')})::text as on
     from delegates d left join delegate_substitutions s on s.delegate_id = d.id and s.voided_at is null
     where d.congress_id = :id and d.voided_at is null`,
    { id },
  );
  const { namedOn, on } = last ?? {};
  const fault = (start: string) => [{ pointer: '/endsOn', rule: 'before-start', params: { start } }];
  if (namedOn && namedOn > endsOn) throw new Problem(NamedAfterCongress, { namedOn, endsOn }, fault(namedOn));
  if (on && on > endsOn) throw new Problem(SubstitutedAfterCongress, { on, endsOn }, fault(on));
}

const dayOf = ({ substitutedAt }: CallingInstant): string => dayInVietNam(substitutedAt);
