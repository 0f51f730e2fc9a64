import 'reflect-metadata';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { PreparedText } from '../../src/platform/reading/named-parameters.js';
import type { ReadModel } from '../../src/platform/reading/read-model.js';
import {
  countStatement,
  pageStatement,
  recordStatement,
  sumStatement,
  valuesOf,
} from '../../src/platform/reading/statement.js';
import { wantedAsOf, type Wanted } from '../../src/platform/reading/wanted.js';
import { Act } from '../../src/platform/rights/act.js';
import type { Actor } from '../../src/platform/rights/actor.js';
import { Grant } from '../../src/platform/rights/grant.js';
import { Right } from '../../src/platform/rights/rights.js';
import { MembershipView } from '../../src/registry/memberships/membership.view.js';
import { OrganizationView } from '../../src/registry/organizations/organization.view.js';
import { PersonView } from '../../src/registry/people/person.view.js';

/** Stands in every value and in no statement. */
const MARK = '§';
const DANGER = `' or 1 = 1) -- $1 :ownAllianceIds`;

const models: ReadModel[] = [MembershipView, OrganizationView, PersonView];
const cases = models.flatMap((model) => Object.keys(model.scopes).map((scope) => ({ name: model.name, model, scope })));

const actor: Actor = {
  id: null,
  name: `${MARK}name`,
  role: 'auditor',
  allianceIds: [`${MARK}alliance`],
  allianceId: `${MARK}alliance`,
  organizationId: `${MARK}organization`,
  passage: { by: 'auditor' },
};

function actWithin(scope: string): Act {
  const right = new Right('Thing', 'read', [new Grant('auditor', ['read'], scope)]);
  return Act.by(actor, right, { target: '', requestId: '', language: 'vi' });
}

/** What ties a row to the actor, said again apart from the program. */
function scopePredicate(model: ReadModel, scope: string): string {
  const sql = model.scopes[scope] ?? '';
  if (sql.includes(':own')) return sql;
  return scope === 'alliance' ? `${sql} = any(:ownAllianceIds)` : `${sql} = :ownOrganizationId`;
}

/** A statement with its names in their places again. */
const named = ({ text, names }: PreparedText): string =>
  text.replace(/\$(\d+)/g, (_, n: string) => `:${names[Number(n) - 1]}`);

/** A text without what stands in quotes or in brackets, and whether its brackets match. */
function outermost(sql: string): { text: string; matched: boolean } {
  let depth = 0;
  let text = '';
  let matched = true;
  for (const sign of sql.replace(/'(?:[^']|'')*'/g, '')) {
    if (sign === ')') depth -= 1;
    if (depth === 0) text += sign;
    if (sign === '(') depth += 1;
    if (depth < 0) matched = false;
  }
  return { text, matched: matched && depth === 0 };
}

const value = fc.oneof(fc.string(), fc.constant(DANGER), fc.uuid()).map((text) => `${MARK}${text}`);

/** A wish: any of the model's filters with one value or several, any order, and the rest at random. */
const wishFor = (model: ReadModel): fc.Arbitrary<Wanted> =>
  fc
    .record({
      filters: fc
        .subarray([...model.filters.values()])
        .chain((filters) =>
          fc.tuple(
            ...filters.map(({ name, by }) =>
              fc
                .array(value, { minLength: 1, maxLength: by === 'is' ? 3 : 1 })
                .map((values) => ({ name, values }) as const),
            ),
          ),
        ),
      q: fc.option(value),
      updatedSince: fc.option(value),
      sort: fc.constantFrom('', ...[...model.sorts.keys()].flatMap((name) => [name, `-${name}`])),
      after: fc.option(fc.tuple(value, value)),
      total: fc.boolean(),
      ever: fc.boolean(),
    })
    .map((wish) => wantedAsOf(`${MARK}2020-11-27`, wish));

/** The same wish, of other values. */
const otherwise = (wanted: Wanted): Wanted => ({
  ...wanted,
  asOf: `${MARK}other day`,
  q: wanted.q && `${MARK}other`,
  updatedSince: wanted.updatedSince && `${MARK}other`,
  after: wanted.after?.map(() => `${MARK}other`) ?? null,
  filters: wanted.filters.map(({ name, values }) => ({ name, values: values.map((_, i) => `${MARK}other ${i}`) })),
});

describe.each(cases)('any wish of $name within $scope', ({ model, scope }) => {
  const act = actWithin(scope);
  const predicate = scopePredicate(model, scope);
  const [firstField] = Object.keys(model.fields) as [string];
  const statements = (wanted: Wanted): PreparedText[] => [
    pageStatement(model, wanted, act),
    countStatement(model, wanted, act),
    sumStatement(model, firstField, wanted, act),
    recordStatement(model, act),
  ];

  test('ends in the scope, in brackets, and no condition gets around it', () => {
    fc.assert(
      fc.property(wishFor(model), (wanted) => {
        const [page, count, sum, record] = statements(wanted).map(named) as [string, string, string, string];
        for (const text of [count, sum, record]) {
          expect(text.endsWith(`(${predicate})`)).toBe(true);
          const { text: outside, matched } = outermost(text.slice(text.lastIndexOf(`from ${model.from}`)));
          expect(matched).toBe(true);
          expect(outside.slice(outside.lastIndexOf('where'))).not.toMatch(/\bor\b/);
        }
        // A page goes on with the keys of the page before, then with the order.
        const [, behind] = page.slice(page.lastIndexOf(`from ${model.from}`)).split(`(${predicate})`) as [
          string,
          string,
        ];
        expect(outermost(behind.slice(0, behind.indexOf('limit :limit'))).text).toMatch(
          wanted.after ? /^\s+and \(\) [<>] \(\)\s+order by / : /^\s+order by /,
        );
        expect(page.split(`(${predicate})`).length - 1).toBeGreaterThanOrEqual(wanted.total ? 2 : 1);
        if (wanted.total) expect(page).toContain(`(${predicate})) as total`);
      }),
    );
  });

  test('has no value in its text, and is the same text for other values (ASVS 1.2.4)', () => {
    fc.assert(
      fc.property(wishFor(model), (wanted) => {
        const texts = statements(wanted).map(({ text }) => text);
        for (const text of texts) expect(text).not.toContain(MARK);
        expect(statements(otherwise(wanted)).map(({ text }) => text)).toEqual(texts);
      }),
    );
  });

  test('has each value in its place', () => {
    fc.assert(
      fc.property(wishFor(model), (wanted) => {
        const { names } = pageStatement(model, wanted, act);
        const values = new Map(valuesOf(names, wanted, act).map((given, i) => [names[i], given]));
        expect([...values.values()]).not.toContain(undefined);
        for (const { name, values: given } of wanted.filters) {
          const unless = model.filters.get(name)?.unless;
          const hidden = unless && !act.may(unless);
          expect(values.get(name)).toEqual(hidden ? undefined : given.length === 1 ? given[0] : given);
        }
      }),
    );
  });
});
