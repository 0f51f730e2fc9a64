import type { Right } from './rights.js';

/** A guarded route, as far as a narrowed key must know it. */
export interface Door {
  readonly right: Right;
  /** What its address belongs to: `memberships`, or `reports` and `reports/awards`. */
  readonly resources: readonly string[];
  readonly writes: boolean;
}

/** Asking who one is, and signing out, is nobody's resource. */
const ALWAYS = 'auth';
/** Of these each report, not only all together, is a resource of its own. */
const IN_PARTS = 'reports';

const doors = new Map<string, Door>();

/** What an address belongs to. */
export function resourcesAt(url: string): string[] {
  const [, resource, part] = /^\/api\/v\d+\/([\w-]+)(?:\/([\w-]+))?/.exec(url) ?? [];
  if (!resource) return [];
  return resource === IN_PARTS && part ? [resource, `${resource}/${part}`] : [resource];
}

/** Notes a guarded route: what a key can be narrowed to is read from the routes themselves. */
export function noteDoor(method: string, url: string, right: Right): Door {
  const door = { right, resources: resourcesAt(url), writes: method !== 'GET' && method !== 'HEAD' };
  doors.set(`${method} ${url}`, door);
  return door;
}

/** Every resource among these that a key can be narrowed to, unless said otherwise among those of all doors. */
export function resourcesToChoose(among = [...doors.values()].flatMap(({ resources }) => resources)): string[] {
  return [...new Set(among)].filter((name) => name !== ALWAYS).sort();
}

/** How far a machine's key stays behind its role. */
export class Narrowing {
  private readonly left = new Map<Right, boolean>();
  /** The same for every key that is narrowed alike. */
  readonly name: string;

  /** @param resources the only ones it opens; null stands for all */
  constructor(
    private readonly resources: readonly string[] | null,
    private readonly readOnly: boolean,
  ) {
    this.name = `${readOnly ? 'reads' : 'writes'} ${resources?.join() ?? 'all'}`;
  }

  admits({ resources, writes }: Door): boolean {
    if (writes && this.readOnly) return false;
    return this.resources === null || resources.some((name) => name === ALWAYS || this.resources?.includes(name));
  }

  /** Whether a right is left over: some door of it is admitted, or, if it opens no door but shows a field, one of its register. */
  leaves(right: Right): boolean {
    const known = this.left.get(right);
    if (known !== undefined) return known;
    const left = this.opensFor(right);
    this.left.set(right, left);
    return left;
  }

  private opensFor(right: Right): boolean {
    const all = [...doors.values()];
    const own = all.filter((door) => door.right === right);
    const near = own.length > 0 ? own : all.filter((door) => door.right.register === right.register && !door.writes);
    return near.some((door) => this.admits(door));
  }
}
