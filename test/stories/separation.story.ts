import { expect } from '@jest/globals';
import { publishedOperations } from '../counting/document.js';
import { kept } from '../setup/run.js';
import { rowsOf } from '../setup/database.js';
import { admits, entersOrganization } from '../kit/makers.js';
import { momentOfNow } from '../kit/signed.js';
import { story } from '../kit/story.js';

/** Who keeps accounts keeps no registers, who audits writes nothing, and who keeps registers gives no roles. */

const openTo = (role: string) =>
  publishedOperations().filter(({ policy }) => policy?.grants.some((grant) => grant.role === role));

const rightsOf = (role: string): string[] =>
  [...new Set(openTo(role).map(({ policy }) => String(policy?.right)))].sort();

/** The names of all that an operation can answer, however deep. */
function propertiesOf(method: string, template: string): Set<string> {
  const document = JSON.parse(kept('openapi.json') ?? '{}') as {
    paths: Record<string, Record<string, { responses: Record<string, object> }>>;
    components: { schemas: Record<string, object> };
  };
  const seen = new Set<string>();
  const names = new Set<string>();
  const look = (thing: unknown): void => {
    if (typeof thing !== 'object' || thing === null) return;
    for (const [key, value] of Object.entries(thing)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name);
      const [, schema] = key === '$ref' ? (/schemas\/(\w+)$/.exec(String(value)) ?? []) : [];
      if (schema && !seen.has(schema)) look(document.components.schemas[seen.add(schema) && schema]);
      look(value);
    }
  };
  const responses = document.paths[template]?.[method.toLowerCase()]?.responses ?? {};
  for (const [status, response] of Object.entries(responses)) if (status.startsWith('2')) look(response);
  return names;
}

const personal = ['person', 'sex', 'birthDate', 'phone', 'identityNumber', 'publicOffice'];

story(
  'administrators keep accounts and alliances, and no register (ASVS 8.2.1)',
  async ({ administrator, secretariat }) => {
    expect(rightsOf('administrator')).toEqual([
      'AccountView.correct',
      'AccountView.disable',
      'AccountView.read',
      'AccountView.record',
      'AccountView.removeSecondFactor',
      'AccountView.setPassword',
      'AccountView.signOut',
      'AllianceView.found',
      'AllianceView.read',
      'ApiKeyView.read',
      'ApiKeyView.record',
      'ApiKeyView.revoke',
      'CodeListView.read',
      'IdentityView.link',
      'IdentityView.read',
      'IdentityView.void',
      'MeView.changePassword',
      'MeView.read',
      'MeView.secure',
      'MeView.signOut',
      'PlaceView.read',
      'RefusedIdentityView.read',
    ]);
    const { id } = await admits(secretariat);
    await administrator.get(`memberships/${id}`).forbidden();
    await administrator.post('organizations', {}).forbidden();
  },
);

story('no answer that an administrator can ask for tells of a person (ASVS 8.2.3)', async ({ administrator }) => {
  const told = (method: string, template: string) => {
    const properties = propertiesOf(method, template);
    return personal.filter((name) => properties.has(name));
  };
  expect(told('GET', '/api/v1/people/{id}')).toEqual(personal.filter((name) => name !== 'person'));
  expect(told('GET', '/api/v1/delegates/{id}')).toContain('person');
  for (const { method, template } of openTo('administrator')) {
    expect({ method, template, told: told(method, template) }).toEqual({ method, template, told: [] });
  }
  await administrator.get('people').forbidden();
});

story('auditors call nothing that writes, except about their own signing in (ASVS 8.2.1)', async ({ auditor }) => {
  const writing = openTo('auditor').filter(({ method }) => method !== 'GET');
  expect(writing.filter(({ template }) => !template.startsWith('/api/v1/auth/'))).toEqual([]);
  await auditor.post('documents', {}).forbidden();
});

story('the secretariat gives no roles (ASVS 8.2.1)', async ({ secretariat }, { databaseUrl }) => {
  expect(rightsOf('secretariat').filter((right) => right.startsWith('Account'))).toEqual([]);
  const [account] = await rowsOf<{ id: string }>(
    databaseUrl,
    `select id from registry.accounts where role = 'auditor'`,
  );
  const path = `accounts/${account?.id}`;
  await secretariat.get(path).forbidden();
  await secretariat.patch(path, { role: 'administrator', reason: 'x' }, { 'If-Match': '"1"' }).forbidden();
  await secretariat.post('accounts', {}).forbidden();
  const after = await rowsOf(databaseUrl, 'select role, version from registry.accounts where id = $1', [account?.id]);
  expect(after).toEqual([{ role: 'auditor', version: 1 }]);
});

// What follows changes the policies of this file's database for a moment, to see on which connections a request runs.

story(
  'members and other alliances go through the wall, live and in the past; the keepers past it',
  async (cast, stage) => {
    const { secretariat, auditor, member, otherAlliance } = cast;
    const { items } = await secretariat.get('organizations', { code: 'HTX-CAST01' }).is();
    const own = String(items[0]?.['id']);
    const { id: foreign } = await entersOrganization(otherAlliance);
    const knownAt = await momentOfNow(stage.databaseUrl);
    await member.get('organizations').lists({ id: own });
    await otherAlliance.get('organizations', { knownAt }).lists({ id: foreign });
    const [policy] = await rowsOf<{ qual: string }>(
      stage.databaseUrl,
      `select qual from pg_policies where tablename = 'organizations' and policyname = 'visitors_see'`,
    );
    const wall = (seen: string) =>
      rowsOf(
        stage.databaseUrl,
        `set search_path = registry; alter policy visitors_see on registry.organizations using (${seen})`,
      );
    await wall('false');
    try {
      for (const visitor of [member, otherAlliance]) {
        await visitor.get('organizations').lists();
        await visitor.get(`organizations/${visitor === member ? own : foreign}`).unknown();
      }
      for (const keeper of [secretariat, auditor]) await keeper.get(`organizations/${own}`).is();
    } finally {
      await wall(policy?.qual ?? 'false');
    }
    await member.get('organizations').lists({ id: own });
    await rowsOf(stage.databaseUrl, 'revoke select on known_to_visitors.organizations from registry_visitor');
    for (const visitor of [member, otherAlliance]) {
      const { status } = await visitor.get('organizations', { knownAt });
      expect(status).toBeGreaterThanOrEqual(500);
    }
    await secretariat.get('organizations', { knownAt, code: 'HTX-CAST01' }).lists({ id: own });
  },
);

story('auditors and members read on connections that cannot write', async (cast, { databaseUrl }) => {
  const { secretariat, auditor, member, otherAlliance } = cast;
  await entersOrganization(otherAlliance);
  const only = (role: string, policy: string, mode: string) =>
    rowsOf(databaseUrl, `alter policy ${policy} on registry.organizations using (${mode})`).then(() => role);
  const readOnly = `current_setting('transaction_read_only') = 'on'`;
  await only('keepers', 'the_server', readOnly);
  await only('visitors', 'visitors_see', readOnly);
  for (const reader of [auditor, member, otherAlliance]) {
    const { items } = await reader.get('organizations').is();
    expect(items.length).toBeGreaterThan(0);
  }
  await secretariat.get('organizations').lists(); // it may write, and does so on these connections
});
