import type { ReadModel, ReadModelDefinition } from '../platform/reading/read-model.js';

interface Part {
  /** Fields that the dossier around it has said already. */
  without: readonly string[];
  /** The rows that belong in, where it is not those that the list shows. */
  where?: string;
}

/** What every row of a list says for itself, and no part of a dossier need repeat. */
const ofTheRow = ['allianceId', 'voidedAt', 'voidReason', 'version'];

/** A register's list as a part of a dossier: the rows that it shows on the day, each told as there. */
export function partOf(list: ReadModel, { without, where }: Part): ReadModelDefinition & { scopes: object } {
  const left = new Set([...ofTheRow, ...without]);
  const fields = Object.fromEntries(Object.entries(list.fields).filter(([name]) => !left.has(name)));
  return { says: list.says, from: list.from, where: where ?? list.inForce ?? list.where, scopes: {}, fields };
}
