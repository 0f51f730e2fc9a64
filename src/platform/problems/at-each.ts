import { Problem, type FieldError, type ProblemDefinition } from './problem.js';
import { MOST_ERRORS } from './request.problems.js';

/**
 * One problem, told at each place of the request that it speaks of, the first ones at least.
 * @throws Problem when there is such a place
 */
export function refuseAtEach(definition: ProblemDefinition, places: readonly Omit<FieldError, 'rule'>[]): void {
  const errors = places.slice(0, MOST_ERRORS).map((place) => ({ ...place, rule: definition.code }));
  if (errors[0]) throw new Problem(definition, errors[0].params, errors);
}
