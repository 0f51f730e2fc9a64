import type { Act } from '../rights/act.js';
import type { Wanted } from './wanted.js';

/** The act within the alliances that a list is asked about alone: what others keep of the same people does not count then. */
export function withinAsked({ filters }: Pick<Wanted, 'filters'>, act: Act): Act {
  const asked = filters.find(({ name }) => name === 'allianceId');
  return asked ? act.within(asked.values) : act;
}
