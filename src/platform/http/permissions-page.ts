import type { OpenAPIObject } from '@nestjs/swagger';
import type { NestedField } from '../reading/nested.js';
import { allReadModels, type ReadModel } from '../reading/read-model.js';
import type { ViewField } from '../reading/view-fields.js';
import { everywhere } from '../rights/grant.js';
import { allRights, type Right } from '../rights/rights.js';
import { roleNames, roles, type Role } from '../rights/roles.js';

/** An operation of the document: `GET /api/v1/people`, what it needs, and what it answers. */
interface Operation {
  readonly name: string;
  readonly right: string | null;
  readonly open: string | null;
  readonly answers: readonly string[];
}

const reach: Readonly<Record<string, string>> = {
  [everywhere]: 'all',
  alliance: 'own alliance and below',
  organization: 'own organisation',
};

const introduction = `# Who may do what

Written by \`npm run htx -- permissions write\` from what the program itself goes by: the rights, the policy of each route, the
masks and scopes of the read models. Do not edit it; the tests hold it equal to the program.

A role has a right within a scope: **all**; **own alliance and below**: the alliance of the account and those below it; **own
organisation**: the organisation that a member's account speaks for. An empty cell is a refusal (403); a record outside the scope
is not found (404). Administrators keep accounts and found alliances, and write no other register; auditors write nothing, the secretariat gives no roles. Members
and other alliances are held to their scope a second time, by the database: [decision 10](decisions/0010-a-second-wall.md).`;

/** The permission table as a page of Markdown, of the rights and read models of the program and its published document. */
export function permissionsPage(document: OpenAPIObject): string {
  const operations = operationsOf(document);
  return [
    introduction,
    '## Rights',
    ...rightsOf(operations),
    '## Fields',
    'Of each answer, how many of its fields a role reads in clear, those inside nested records counted too, and which ones are null.',
    fieldsOf(operations),
    '## What ties a row to its owner',
    'The condition that a statement gets for a scope, where `=` stands for equal to, or one of, what is one’s own.',
    scopesOf(),
    '## Open to all',
    table(
      ['operation', 'why'],
      operations.filter(({ open }) => open).map(({ name, open }) => [name, open ?? '']),
    ),
    '',
  ].join('\n\n');
}

function operationsOf({ paths }: OpenAPIObject): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { 'x-policy'?: { right?: string; open?: string }; responses?: object }>)
      .filter(([, operation]) => operation['x-policy'])
      .map(([method, { 'x-policy': policy, responses = {} }]) => ({
        name: `\`${method.toUpperCase()} ${path}\``,
        right: policy?.right ?? null,
        open: policy?.open ?? null,
        answers: [...JSON.stringify(responses).matchAll(/schemas\/(\w+?)(?:Page)?"/g)].map(([, name = '']) => name),
      })),
  );
}

function rightsOf(operations: readonly Operation[]): string[] {
  const rights = allRights();
  const registers = [...new Set(rights.map(({ register }) => register))].sort();
  return registers.flatMap((register) => [
    `### ${register}`,
    table(
      ['right', ...roles.map((role) => roleNames[role].en), 'opens'],
      rights
        .filter((right) => right.register === register)
        .map((right) => [right.action, ...roles.map((role) => scopeOf(right, role)), opened(right, operations)]),
    ),
  ]);
}

const scopeOf = (right: Right, role: Role): string => {
  const scope = right.scopeOf(role);
  return scope === undefined ? '' : (reach[scope] ?? scope);
};

/** @throws Error for a right that opens nothing: the route that it was made for asks for another */
function opened({ name }: Right, operations: readonly Operation[]): string {
  const routes = operations.filter(({ right }) => right === name).map((operation) => operation.name);
  const unmasks = allReadModels().some((model) => leavesOf(model).some(([, field]) => field.unless?.name === name));
  if (routes.length === 0 && !unmasks) throw new Error(`The right ${name} opens nothing: no route asks for it.`);
  return routes.join('<br>') || 'masked fields';
}

function fieldsOf(operations: readonly Operation[]): string {
  const rights = new Map(allRights().map((right) => [right.name, right]));
  const reads = (model: ReadModel, role: Role): boolean =>
    operations.some(({ answers, right }) => answers.includes(model.name) && rights.get(right ?? '')?.scopeOf(role));
  return table(
    ['answer', ...roles.map((role) => roleNames[role].en)],
    sorted(allReadModels()).map((model) => [
      model.name,
      ...roles.map((role) => (reads(model, role) ? inClear(leavesOf(model), role) : '')),
    ]),
  );
}

type Leaf = readonly [path: string, field: ViewField];

const leavesOf = (model: ReadModel, at = ''): Leaf[] =>
  Object.entries<ViewField | NestedField>(model.fields).flatMap(([name, field]) =>
    'sql' in field ? [[`${at}${name}`, field] as const] : leavesOf(field.model, `${at}${name}.`),
  );

function inClear(leaves: readonly Leaf[], role: Role): string {
  const masked = leaves.filter(([, { unless }]) => unless && unless.scopeOf(role) === undefined);
  if (masked.length === 0) return `all ${leaves.length}`;
  return `${leaves.length - masked.length} of ${leaves.length}; null: ${masked.map(([path]) => `\`${path}\``).join(', ')}`;
}

const scopesOf = (): string =>
  table(
    ['answer', 'own alliance and below', 'own organisation'],
    sorted(allReadModels())
      .filter(({ scopes }) => Object.keys(scopes).length > 0)
      .map(({ name, scopes }) => [name, condition(scopes['alliance']), condition(scopes['organization'])]),
  );

const condition = (sql: string | undefined): string =>
  sql === undefined ? '' : `\`${sql.includes(':own') ? sql.replace(/\s+/g, ' ') : `${sql} =`}\``;

const sorted = (models: readonly ReadModel[]): ReadModel[] => [...models].sort((a, b) => (a.name < b.name ? -1 : 1));

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
