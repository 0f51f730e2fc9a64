import type { Actors } from './actors.js';
import type { Answers } from './answers.js';
import type { Client } from '../kit/client.js';
import type { Reply } from '../kit/reply.js';
import type { Column } from './expectations.js';
import { resourceOf, type Document, type Operation } from './document.js';
import type { Rows } from './rows.js';
import type { Side, World } from './world.js';

/** Something that is not as the published policy promises. */
export interface Finding {
  /** The cell or the door, in words. */
  where: string;
  what: string;
}

/** Everything that the matrix works with, before one server. */
export interface Stage {
  /** The committed contract. */
  document: Document;
  operations: Operation[];
  actors: Actors;
  world: World;
  answers: Answers;
  rows: Rows;
  /** The provider of single sign-on. */
  issuer: string;
  findings: Finding[];
  /** Cells and doors that were tried. */
  tried: { cells: number; doors: number };
}

/** Whose record a side's actor works with: the foreign ones with their own. */
export const sideOf = ({ actor }: Pick<Column, 'actor'>): Side => (actor.startsWith('other') ? 'foreign' : 'A');

export const clientOf = (stage: Stage, { actor }: Pick<Column, 'actor'>): Client => stage.actors[actor as keyof Actors];

export const hasRecord = ({ template }: Operation): boolean => template.includes('{id}');

/** The path of an operation for a record. */
export const pathOf = ({ template }: Operation, id: string): string =>
  template.replace('{id}', id).replace('{list}', 'membership_category');

/** Ids that a viewer must not see in any answer. */
export function hiddenFrom(stage: Stage, { actor, role }: Pick<Column, 'actor' | 'role'>): Set<string> {
  const { world } = stage;
  if (actor.startsWith('other')) return new Set([...world.idsOf('A'), ...world.idsOf('B')]);
  const foreign = world.idsOf('foreign');
  return new Set(role === 'member' ? [...foreign, ...hiddenOfB(stage)] : foreign);
}

/** Of another member's records, a member may see those that belong to the alliance. */
function hiddenOfB({ operations, world }: Stage): string[] {
  const shown = operations
    .filter(
      ({ method, grants }) =>
        method === 'GET' && grants?.some(({ role, scope }) => role === 'member' && scope !== 'organization'),
    )
    .map(({ template }) => resourceOf(template));
  return world.idsOf('B', (resource) => !shown.includes(resource));
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The first id in an answer that its reader must not see. */
export const leakIn = (reply: Reply, hidden: ReadonlySet<string>): string | undefined =>
  reply.text.match(UUID)?.find((id) => hidden.has(id));
