import type { ProblemDefinition } from '../problems/problem.js';
import type { Right } from '../rights/rights.js';

/** By the id of the operation, which Nest makes of controller and method. */
const ofOperations = new Map<string, ProblemDefinition[]>();

export function declareProblems(operationId: string, problems: readonly ProblemDefinition[]): void {
  ofOperations.set(operationId, [...problemsDeclaredBy(operationId), ...problems]);
}

export const problemsDeclaredBy = (operationId: string): readonly ProblemDefinition[] =>
  ofOperations.get(operationId) ?? [];

const atTheGate: { problem: ProblemDefinition; meets: (right: Right) => boolean }[] = [];

/** Says which rights an actor's `refuses` may refuse, and with which problem. */
export const refusesAtTheGate = (problem: ProblemDefinition, meets: (right: Right) => boolean): void =>
  void atTheGate.push({ problem, meets });

export const problemsAtTheGate = (right: Right): readonly ProblemDefinition[] =>
  atTheGate.filter(({ meets }) => meets(right)).map(({ problem }) => problem);
