import { expect } from '@jest/globals';
import { askHost } from '../kit/hosted.js';
import { rowsOf } from '../setup/database.js';
import { congress, delegate, entersOrganization } from '../kit/makers.js';
import { enters, sends } from '../kit/congress-makers.js';
import { lastNumber } from '../kit/signed.js';
import { story, type Stage } from '../kit/story.js';
import { asVisitor, type VisitorSettings } from '../kit/visitors.js';
import { livesFully } from '../kit/whole-life.js';

/**
 * The row policies by themselves: whatever a statement of a visitor asks, without any scope of its own, the database answers
 * nothing that is another's. The statements here are plain on purpose.
 */

type Row = Readonly<Record<string, unknown>>;

/** Rows that are everybody's: how alliances are called, and what holds for all of them. */
const isPublic = (table: string, row: Row): boolean =>
  ['alliances', 'alliance_names'].includes(table) || ('alliance_id' in row && row['alliance_id'] === null);

const WALLED = `select c.relname as name, exists (select from audit.watched_tables w where w.relation = c.oid) as known,
    exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id') as "ofOrganizations"
  from pg_class c where c.relnamespace = 'registry'::regnamespace and c.relrowsecurity
    and has_table_privilege('registry_visitor', c.oid, 'select') order by 1`;

/** What is about an organisation by way of what it hangs on. */
const HANGING_ON = [
  'organizations',
  'membership_exits',
  'membership_suspensions',
  'membership_category_changes',
  'people',
  'delegate_substitutions',
  'award_revocations',
  'events',
];

/** Everything that each table, and the log, shows to a visitor: now, or as it was known. */
async function everythingSeen({ databaseUrl: url }: Stage, settings: VisitorSettings, knownSeq?: number) {
  const tables = await rowsOf<{ name: string; known: boolean }>(url, WALLED);
  expect(tables.length).toBeGreaterThan(30);
  return asVisitor(url, { settings, ...(knownSeq !== undefined && { knownSeq }) }, async (ask) => {
    const seen = new Map<string, Row[]>();
    for (const { name, known } of tables) {
      if (knownSeq !== undefined && !known) continue;
      const rows = await ask<{ row: Row }>(`select to_jsonb(t) as row from ${name} t`);
      seen.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    const events = await ask<{ row: Row }>('select to_jsonb(e) as row from audit.events e');
    return seen.set(
      'events',
      events.map(({ row }) => row),
    );
  });
}

/** The ids of all rows that are about these organisations and people, and of what hangs on such rows. */
async function idsAbout({ databaseUrl: url }: Stage, ...beginnings: string[]): Promise<Set<string>> {
  const ids = new Set(beginnings);
  const tables = (await rowsOf<{ name: string }>(url, WALLED)).filter(({ name }) => name !== 'award_counts');
  for (let before = 0; before !== ids.size;) {
    before = ids.size;
    for (const { name } of tables) {
      const rows = await rowsOf<{ row: Row }>(url, `select to_jsonb(t) as row from registry.${name} t`);
      for (const { row } of rows)
        if (Object.values(row).some((value) => ids.has(String(value)))) ids.add(String(row['id']));
    }
  }
  return ids;
}

const mentions = (rows: readonly Row[], ids: ReadonlySet<string>) =>
  rows.filter((row) => Object.values(row).some((value) => ids.has(String(value))));

const oneOf = async (url: string, sql: string, ...values: unknown[]): Promise<string> =>
  String((await rowsOf<{ id: string }>(url, sql, values))[0]?.id);

/** The member's organisation and another one of the alliance, both with a life in every register. */
async function twoOrganizations(cast: Parameters<Parameters<typeof story>[1]>[0], { databaseUrl: url }: Stage) {
  const { secretariat } = cast;
  const own = await livesFully(
    secretariat,
    await oneOf(url, `select id from registry.organizations where code = 'HTX-CAST01'`),
  );
  const other = await livesFully(secretariat, (await entersOrganization(secretariat)).id);
  const line = await rowsOf<{ id: string }>(url, `select id from registry.alliances where code in ('HP', 'VN')`);
  const member: VisitorSettings = {
    actor_id: await oneOf(url, `select id from registry.accounts where role = 'member'`),
    own_organization: own.organizationId,
    alliances_in_line: line.map(({ id }) => id),
  };
  return { own, other, member };
}

let first: Awaited<ReturnType<typeof twoOrganizations>> | undefined;

story('who says not who visits sees nothing but what is public', async (cast, stage) => {
  first ??= await twoOrganizations(cast, stage);
  for (const knownSeq of [undefined, await lastNumber(stage.databaseUrl)]) {
    for (const settings of [{}, { own_alliances: [], alliances_in_line: [] }]) {
      const seen = await everythingSeen(stage, settings, knownSeq);
      for (const [table, rows] of seen) {
        const left = rows.filter((row) => !isPublic(table, row) && !isPublic(String(row['table_name']), row));
        expect({ table, left }).toEqual({ table, left: [] });
      }
    }
  }
});

story('a member sees itself in every table, and nobody else in any (ASVS 8.2.2)', async (cast, stage) => {
  const { own, other, member } = (first ??= await twoOrganizations(cast, stage));
  const ours = await idsAbout(stage, own.organizationId, ...own.people);
  const theirs = await idsAbout(stage, other.organizationId, ...other.people);
  const tables = await rowsOf<{ name: string; ofOrganizations: boolean }>(stage.databaseUrl, WALLED);
  const ofOrganizations = tables.flatMap(({ name, ofOrganizations: has }) => (has ? [name] : []));
  const aboutOrganizations = new Set([...ofOrganizations, ...HANGING_ON]);
  for (const knownSeq of [undefined, await lastNumber(stage.databaseUrl)]) {
    const seen = await everythingSeen(stage, member, knownSeq);
    for (const [table, rows] of seen) expect({ table, rows: mentions(rows, theirs) }).toEqual({ table, rows: [] });
    const without = [...seen].filter(([, rows]) => mentions(rows, ours).length === 0).map(([table]) => table);
    expect(without.filter((table) => aboutOrganizations.has(table))).toEqual([]); // or test/kit/whole-life.ts enters nothing there
    expect(seen.get('award_decisions')).toHaveLength(1);
    for (const closed of ['declared_figures', 'award_counts', 'api_keys', 'stored_answers'])
      expect(seen.get(closed) ?? []).toEqual([]);
    expect(seen.get('accounts')?.map(({ id }) => id)).toEqual([member.actor_id]);
  }
});

story('another alliance sees and changes nothing of this one (ASVS 8.4.1)', async (cast, stage) => {
  first ??= await twoOrganizations(cast, stage);
  const { databaseUrl: url } = stage;
  const [home, foreign] = await Promise.all(
    ['HP', 'QN'].map((code) => oneOf(url, 'select id from registry.alliances where code = $1', code)),
  );
  const { id: own } = await entersOrganization(cast.otherAlliance);
  const settings: VisitorSettings = { own_alliances: [String(foreign)], alliances_in_line: [String(foreign)] };
  for (const knownSeq of [undefined, await lastNumber(stage.databaseUrl)]) {
    for (const [table, rows] of await everythingSeen(stage, settings, knownSeq)) {
      const theirs = rows.filter(
        (row) => row['alliance_id'] === home && !isPublic(String(row['table_name'] ?? table), row),
      );
      expect({ table, theirs }).toEqual({ table, theirs: [] });
    }
  }
  await asVisitor(url, { settings }, async (ask) => {
    expect(await ask('select id from organizations')).toEqual([{ id: own }]);
    expect(
      await ask('update organizations set version = version + 1 where alliance_id = $1 returning id', [home]),
    ).toEqual([]);
    await expect(
      ask('update organizations set alliance_id = $1, version = version + 1 where id = $2', [home, own]),
    ).rejects.toThrow(/row-level security/);
  });
  await asVisitor(url, { settings }, async (ask) => {
    const forged = ask(
      `insert into documents (id, alliance_id, code, kind, issued_on, title)
      values (gen_random_uuid(), $1, 'X', 'decision', '2020-01-01', 'x')`,
      [home],
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

story(
  'the history of a congress tells a member of no other organisation’s delegation (ASVS 8.2.2)',
  async (cast, stage) => {
    const { secretariat, member } = cast;
    const { own, other } = (first ??= await twoOrganizations(cast, stage));
    const { id: congressId } = await secretariat.post('congresses', congress()).created();
    for (const { organizationId, people } of [own, other]) {
      const delegates = [delegate(String(people[0]))];
      const seats = { organizationId, officialSeats: 1, alternateSeats: 0, delegates };
      await secretariat.post(`congresses/${congressId}/delegations`, seats).created();
    }
    const told = await member.get(`congresses/${congressId}/history`).is();
    expect(told.items.map(({ table }) => table).sort()).toEqual(['congresses', 'delegations']);
    expect(told.text).not.toContain(other.organizationId);
    const { items } = await secretariat.get(`congresses/${congressId}/history`).is();
    expect(items).toHaveLength(3);
  },
);

story(
  'of delegates of several organisations each one’s member is told of its own alone, by the history and by the log (ASVS 8.2.2)',
  async (cast, stage) => {
    const { secretariat, member } = cast;
    const { own, member: settings } = (first ??= await twoOrganizations(cast, stage));
    const { id: neighbour } = await entersOrganization(secretariat);
    const [ours, theirs] = [await enters(secretariat), await enters(secretariat)];
    const { congressId, delegation } = await sends(secretariat, {
      officialSeats: 1,
      alternateSeats: 1,
      delegates: [
        delegate(ours, { organizationId: own.organizationId }),
        delegate(theirs, { kind: 'alternate', alternateRank: 1, organizationId: neighbour }),
      ],
    });
    const { items } = await secretariat.get('delegates', { congressId }).is();
    const idOf = (kind: string) => String(items.find((item) => item['kind'] === kind)?.['id']);
    const [official, alternate] = [idOf('official'), idOf('alternate')];
    const call = { alternateId: alternate, substitutedAt: '2020-11-26T01:00:00Z', ground: 'ốm' };
    await secretariat.post(`delegates/${official}/substitutions`, call).created();
    const why = { alternateRank: 2, reason: 'xếp sau vì đang bị kỷ luật' };
    await secretariat.correct(`delegates/${alternate}`, why).is();
    await secretariat.correct(`people/${theirs}`, { ethnicity: 'tay', reason: 'theo giấy khai sinh' });

    const told = await member.get(`delegations/${delegation.id}/history`).is();
    expect(told.items.map(({ table, recordId }) => (table === 'delegates' ? recordId : table)).sort()).toEqual(
      ['delegations', official, 'delegate_substitutions'].sort(),
    );
    expect(told.text).not.toContain('kỷ luật');
    await asVisitor(stage.databaseUrl, { settings }, async (ask) => {
      const about = (id: string) => ask('select from audit.events where record_id = $1', [id]);
      expect([await about(alternate), await about(theirs)]).toEqual([[], []]);
      expect((await about(official)).length + (await about(ours)).length).toBe(2);
    });
  },
);

story('what a member saw then is told by the delegations of then, not of now', async (cast, stage) => {
  const { secretariat } = cast;
  const { member } = (first ??= await twoOrganizations(cast, stage));
  const { items } = await secretariat.get('delegates', { organizationId: String(member.own_organization) }).is();
  const before = await lastNumber(stage.databaseUrl);
  const ids = (knownSeq?: number) =>
    asVisitor(stage.databaseUrl, { settings: member, ...(knownSeq !== undefined && { knownSeq }) }, async (ask) =>
      (await ask<{ id: string }>('select unnest(delegates_in_sight()) as id order by 1')).map(({ id }) => id),
    );
  const then = await ids(before);
  expect(then).toEqual(expect.arrayContaining(items.map(({ id }) => id)));
  expect(await ids(0)).toEqual([]);
  expect(await ids(before)).toEqual(then);
});

/** The page of each read model as composed for nobody: its scope is `true`. */
const UNSCOPED = `
  await built('app.module.ts');
  const { allReadModels } = await built('platform/reading/read-model.ts');
  const { pageStatement, valuesOf } = await built('platform/reading/statement.ts');
  const { wantedAsOf } = await built('platform/reading/wanted.ts');
  const { Act } = await built('platform/rights/act.ts');
  const act = Act.system('test');
  const wanted = { ...wantedAsOf('2020-12-31', { ever: true, limit: 200 }), fixed: { rights: '[]', from: '2020-01-01', to: '2020-12-31' } };
  return allReadModels().map((model) => {
    const { text, names } = pageStatement(model, wanted, act);
    return { name: model.name, text, values: valuesOf(names, wanted, act).map((value) => value ?? null) };
  });`;

story('a statement that lost its scope still answers a member nothing of another (ASVS 8.3.3)', async (cast, stage) => {
  const { own, other, member } = (first ??= await twoOrganizations(cast, stage));
  const statements = await askHost<{ name: string; text: string; values: unknown[] }[]>(UNSCOPED);
  expect(statements.length).toBeGreaterThan(30);
  const theirs = await idsAbout(stage, other.organizationId, ...other.people);
  const answered = new Map<string, string>();
  for (const knownSeq of [undefined, await lastNumber(stage.databaseUrl)]) {
    const visit = { settings: member, ...(knownSeq !== undefined && { knownSeq }) };
    await asVisitor(stage.databaseUrl, visit, async (ask) => {
      for (const { name, text, values } of statements) {
        const items = (await ask<{ item: string }>(text, values)).map(({ item }) => item).join();
        const found = [...theirs].filter((id) => items.includes(id));
        expect({ name, knownSeq, found }).toEqual({ name, knownSeq, found: [] });
        answered.set(name, items);
      }
    });
  }
  for (const name of [
    'OrganizationView',
    'MembershipView',
    'PositionView',
    'DelegationView',
    'AwardView',
    'TrainingParticipationView',
  ]) {
    expect(answered.get(name)).toContain(own.organizationId);
  }
});
