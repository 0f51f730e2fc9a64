import { rights } from '../../platform/rights/rights.js';

/**
 * Who sees a person's birth date, telephone, e-mail and (its end only) identity number. It stands apart from the other
 * rights to people, because the view masks by it.
 */
export const personal = rights(
  { name: 'PersonView', scopes: { alliance: 'pe.alliance_id' } },
  ['readPersonal'],
  (may) => [may('secretariat', 'readPersonal').within('alliance')],
);
