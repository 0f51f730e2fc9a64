import type { Act } from '../rights/act.js';
import { orderOf } from './order.js';
import type { ReadModel } from './read-model.js';
import type { Wanted } from './wanted.js';

/** Rows looked at to learn how frequent a name is. */
const NEAR = 100;
/** Rows walked at most before the names' index is asked after all. */
const FARTHEST = 6_000;
/** Rows below which the names' index is always asked: it finds them sooner than a look ahead would tell. */
const SMALL = 2_000;
/** What finding a row by the names' index and sorting it costs, in rows walked. */
const GATHERED = 2;

/**
 * Whether a search may walk the list instead of gathering its rows: only in the list's own order, which an index keeps, and
 * only on the rows of now as the keepers see them. The past has no such index, and of what a visitor sees the table
 * does not tell how much there is.
 */
export const mayWalk = (model: ReadModel, { q, sort, knownAt }: Wanted, act: Act): boolean =>
  q !== null &&
  model.search?.ofRow !== undefined &&
  orderOf(model, sort).name === orderOf(model, '').name &&
  knownAt === null &&
  act.actor.passage?.by !== 'visitor';

export interface ListParts {
  /** The model's one table, with its alias. */
  from: string;
  order: string;
  /** Where the page begins; empty on the first one. */
  after: string;
  /** The conditions of the list but for its words. */
  listed: (search: string) => string;
  /** The rows with the words, found by an index. */
  found: string;
  /** Whether one row has the words. */
  ofRow: string;
}

/**
 * The first `:limit + 1` rows with a name, as a table under the model's alias. The index of names gathers every row with
 * the words before the first is known: best for a rare name. A frequent one is soon met on a walk in the list's order.
 * The rows next in the list tell which it is; where the walk does not fill the page, the index answers as ever.
 */
export function namedRows({ from, order, after, listed, found, ofRow }: ListParts): string {
  const [table = '', alias = ''] = from.split(' ');
  const size = `(select reltuples from pg_class where oid = '${table}'::regclass)`;
  const walk = (when: string, bound: string) =>
    `select ${alias}.* from (select ${alias}.* from ${from} where ${when}${after} order by ${order} ${bound}) ${alias}
    where ${listed(ofRow)}`;
  const met = '(select count(*) from near)';
  const frequent = `${GATHERED} * power(${met}, 2) * ${size} > ${NEAR * NEAR} * (:limit + 1)`;
  return `(
    with near as materialized (
    ${walk(`${size} >= ${SMALL}`, `limit ${NEAR}`)}
    limit :limit + 1
    ), walked as materialized (
    select * from near union all (
    ${walk(frequent, `offset ${NEAR} limit ${FARTHEST - NEAR}`)}
    limit :limit + 1 - ${met})
    )
    select * from walked where (select count(*) from walked) > :limit
    union all (
    select ${alias}.* from ${from}
    where ((select count(*) from walked) <= :limit)
    and ${listed(found)}${after}
    order by ${order}
    limit :limit + 1)
    ) ${alias}`;
}
