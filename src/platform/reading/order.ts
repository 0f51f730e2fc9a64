import type { ReadModel } from './read-model.js';

interface Order {
  /** The name it goes by; empty where it goes by the id alone. */
  name: string;
  /** What orders the rows, as SQL: the named key if there is one, then the id, which breaks ties. */
  keys: string[];
  direction: 'asc' | 'desc';
}

/** The order of a list: the one asked for, or else the model's own. Both keys go one way, so that one row comparison pages. */
export function orderOf({ sorts, order, key }: ReadModel, sort: string): Order {
  const chosen = sort || order;
  const name = chosen.replace(/^-/, '');
  const named = sorts.get(name);
  return { name, keys: named ? [named, key] : [key], direction: chosen.startsWith('-') ? 'desc' : 'asc' };
}
