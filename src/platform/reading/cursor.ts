import { hash } from 'node:crypto';
import { orderOf } from './order.js';
import type { ReadModel } from './read-model.js';
import { LONGEST_CURSOR } from './wanted.js';

/** Ties a cursor to the list and order that gave it: under another order its keys would mean nothing. */
const orderMark = (model: ReadModel, sort: string): string =>
  hash('sha1', `${model.name} ${sort || model.order}`, 'base64url').slice(0, 6);

/** Where a page ended, for the next one to begin: the sort keys of its last row. */
export const cursorAfter = (keys: string, model: ReadModel, sort: string): string =>
  orderMark(model, sort) + Buffer.from(keys).toString('base64url');

/** The sort keys in a cursor, or null when this list and order never gave it. */
export function cursorKeys(cursor: string, model: ReadModel, sort: string): readonly string[] | null {
  if (cursor.length > LONGEST_CURSOR || !/^[\w-]{8,}$/.test(cursor) || !cursor.startsWith(orderMark(model, sort)))
    return null;
  try {
    const keys: unknown = JSON.parse(Buffer.from(cursor.slice(6), 'base64url').toString('utf8'));
    const width = orderOf(model, sort).keys.length;
    const sound = Array.isArray(keys) && keys.length === width && keys.every((key) => typeof key === 'string');
    return sound && !/\u0000/.test(keys.join('')) ? keys : null;
  } catch {
    return null;
  }
}
