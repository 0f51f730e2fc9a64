import type { Grant } from './document.js';

/** Who stands at a door, and whose record is behind it. */
export interface Column {
  title: string;
  /** Name in the cast, or of one made for the matrix. */
  actor: string;
  /** Null: nobody is signed in. */
  role: string | null;
  record: 'A' | 'B' | 'foreign';
  /** How near the record is to the actor. */
  nearness: 'own' | 'own alliance' | 'other alliance';
}

/** Nobody, those who are not let in, and each role: before its own record, another's, and one of another alliance. */
export const columns: readonly Column[] = [
  { title: 'anonymous', actor: 'anonymous', role: null, record: 'A', nearness: 'own' },
  { title: 'expired session', actor: 'expired', role: null, record: 'A', nearness: 'own' },
  { title: 'disabled account', actor: 'disabled', role: null, record: 'A', nearness: 'own' },
  { title: 'administrator', actor: 'administrator', role: 'administrator', record: 'A', nearness: 'own' },
  { title: 'secretariat', actor: 'secretariat', role: 'secretariat', record: 'A', nearness: 'own' },
  { title: 'auditor', actor: 'auditor', role: 'auditor', record: 'A', nearness: 'own' },
  { title: "member A on A's record", actor: 'member', role: 'member', record: 'A', nearness: 'own' },
  { title: "member A on B's record", actor: 'member', role: 'member', record: 'B', nearness: 'own alliance' },
  {
    title: 'foreign secretariat',
    actor: 'otherAlliance',
    role: 'secretariat',
    record: 'A',
    nearness: 'other alliance',
  },
  {
    title: 'foreign administrator',
    actor: 'otherAdministrator',
    role: 'administrator',
    record: 'A',
    nearness: 'other alliance',
  },
  {
    title: 'auditor on a foreign record',
    actor: 'auditor',
    role: 'auditor',
    record: 'foreign',
    nearness: 'other alliance',
  },
  {
    title: 'member A on a foreign record',
    actor: 'member',
    role: 'member',
    record: 'foreign',
    nearness: 'other alliance',
  },
];

export type Outcome = 'sign-in-needed' | 'not-your-right' | 'unknown' | 'success';

/** What the published policy promises at one cell; a route without a record in its path knows no crossing. */
export function outcomeOf(grants: readonly Grant[] | null, hasRecord: boolean, { role, nearness }: Column): Outcome {
  if (grants === null) return 'success';
  if (role === null) return 'sign-in-needed';
  const scope = grants.find((grant) => grant.role === role)?.scope;
  if (scope === undefined) return 'not-your-right';
  if (!hasRecord || scope === 'everywhere' || nearness === 'own') return 'success';
  return nearness === 'own alliance' && scope === 'alliance' ? 'success' : 'unknown';
}
