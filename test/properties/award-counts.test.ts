import { expect } from '@jest/globals';
import fc from 'fast-check';
import type pg from 'pg';
import { awardWrites, type Chosen } from '../kit/award-writes.js';
import type { Client } from '../kit/client.js';
import { askHost } from '../kit/hosted.js';
import { award, awardDecision, entersIssuingBody, entersOrganization, formOf, person } from '../kit/makers.js';
import { connected, oneWaits } from '../kit/meanwhile.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

const days = fc
  .integer({ min: 0, max: 1400 })
  .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));

interface Transaction {
  all: (Chosen & { what: string })[];
  kept: boolean;
}
const transactions: fc.Arbitrary<Transaction> = fc.record({
  all: fc.array(
    fc.record({ what: fc.constantFrom(...Object.keys(awardWrites)), n: fc.nat(40), m: fc.nat(40), day: days }),
    { minLength: 1, maxLength: 3 },
  ),
  kept: fc.integer({ min: 0, max: 3 }).map((n) => n > 0),
});
const WRITERS = 4;
const writers = fc.array(fc.array(transactions, { minLength: 2, maxLength: 4 }), {
  minLength: WRITERS,
  maxLength: WRITERS,
});

/** @returns how many of the transactions were committed */
async function writeAll(client: pg.Client, own: readonly Transaction[]): Promise<number> {
  let committed = 0;
  for (const { all, kept } of own) {
    try {
      await client.query('begin');
      for (const { what, ...chosen } of all) await client.query(awardWrites[what]?.(chosen) ?? '');
      await client.query('select pg_sleep(0.004)'); // long enough for others to come between
      await client.query(kept ? 'commit' : 'rollback');
      if (kept) committed += 1;
    } catch {
      await client.query('rollback');
    }
  }
  return committed;
}

const COUNTED = `select ad.issuing_body_id as body, a.form_id as form, a.recipient_kind as kind,
    extract(year from ad.decided_on)::integer as year, count(*)::integer as awards
  from awards a join award_decisions ad on ad.id = a.decision_id
  where a.voided_at is null and ad.decided_on <= $1 and not exists (select from award_revocations r
    where r.award_id = a.id and r.voided_at is null and r.decided_on <= $1)
  group by 1, 2, 3, 4`;

const sorted = (cells: readonly unknown[][]) => cells.map((cell) => cell.join(' ')).sort();

/** The report's cells are those that counting the rows gives. */
async function agrees(by: Client, database: pg.Client, asOf: string): Promise<void> {
  const { rows } = await database.query<Record<string, string>>(COUNTED, [asOf]);
  const { body } = await by.get('reports/awards', { asOf }).is();
  const cells = body['rows'] as Record<string, string>[];
  expect(
    sorted(cells.map((c) => [c['issuingBodyId'], c['formId'], c['recipientKind'], c['year'], c['awards']])),
  ).toEqual(sorted(rows.map((c) => [c['body'], c['form'], c['kind'], c['year'], c['awards']])));
}

const RECOUNTED = `select alliance_id, whole_year, day, issuing_body_id, form_id, recipient_kind, decision_year, change
  from award_counts where change <> 0 order by 1, 2, 3, 4, 5, 6, 7`;

/** What the doctor asks about the counts. */
const DOCTOR_ASKS = `
  const { checks } = await built('commands/doctor-checks.ts');
  return checks.find(({ about }) => about === 'awards counted as the rows are').sql;`;

story(
  'the counts agree with the rows, whatever several writers write at once',
  async ({ secretariat: by, auditor }, { databaseUrl }) => {
    const bodies = [await entersIssuingBody(by), await entersIssuingBody(by, { level: 'alliance_national' })];
    const formId = await formOf(by, 'bk_bn');
    const { id: organizationId } = await entersOrganization(by);
    await by.post('people', person()).created();
    for (const decidedOn of ['2018-12-31', '2019-01-01', '2019-07-01', '2020-02-29', '2020-12-31', '2021-01-01']) {
      const items = [award(formId, { organizationId }), award(formId, { organizationId })];
      const body = bodies[Number(decidedOn.slice(-1)) % 2] ?? '';
      await by.post('award-decisions', awardDecision(body, items, { decidedOn })).created();
    }
    const clients = await Promise.all(Array.from({ length: WRITERS }, () => connected(databaseUrl)));
    const database = await connected(databaseUrl);
    let committed = 0;
    try {
      const property = fc.asyncProperty(writers, fc.array(days, { minLength: 2, maxLength: 4 }), async (all, asOf) => {
        const counts = await Promise.all(clients.map((client, i) => writeAll(client, all[i] ?? [])));
        committed += counts.reduce((sum, count) => sum + count, 0);
        for (const day of [...asOf, '2019-12-31', '2020-01-01', '2030-01-01']) await agrees(auditor, database, day);
      });
      await fc.assert(property, { numRuns: 40, endOnFailure: true });
      expect(committed).toBeGreaterThan(100);
      const said = await askHost<string>(DOCTOR_ASKS);
      expect((await database.query(said)).rows).toEqual([]);
      await database.query('begin; update award_counts set change = change + 1 where change > 0');
      expect((await database.query(said)).rows).toHaveLength(1);
      await database.query('rollback');
      const kept = (await database.query(RECOUNTED)).rows;
      await rowsOf(databaseUrl, 'call registry.recount_awards()');
      expect((await database.query(RECOUNTED)).rows).toEqual(kept);
    } finally {
      for (const client of [...clients, database]) await client.end();
    }
  },
);

story(
  'a decision waits for the revocation of an award that was just moved to it',
  async ({ secretariat: by, auditor }, { databaseUrl }) => {
    const formId = await formOf(by, 'bk_bn');
    const { id: organizationId } = await entersOrganization(by);
    const body = await entersIssuingBody(by);
    const decided = async (decidedOn: string) => {
      const decision = awardDecision(body, [award(formId, { organizationId })], { decidedOn });
      return (await by.post('award-decisions', decision).created()).id;
    };
    const [from, to] = [await decided('2018-06-01'), await decided('2019-06-01')];
    const [moves, revokes, corrects] = await Promise.all([1, 2, 3].map(() => connected(databaseUrl)));
    if (!moves || !revokes || !corrects) throw new Error('three writers');
    try {
      await moves.query('begin');
      await moves.query('update awards set version = version + 1, decision_id = $1 where decision_id = $2', [to, from]);
      await revokes.query('begin');
      const revoked = revokes.query(
        `insert into award_revocations (id, alliance_id, award_id, ground, decided_on)
      select gen_random_uuid(), alliance_id, id, 'later_finding', '2020-01-01' from awards where decision_id = $1`,
        [from],
      );
      await oneWaits(databaseUrl);
      await moves.query('commit');
      await revoked;
      const corrected = corrects.query(
        `update award_decisions set version = version + 1, decided_on = '2017-06-01' where id = $1`,
        [to],
      );
      await Promise.race([corrected, oneWaits(databaseUrl)]);
      await revokes.query('commit');
      await corrected;
      await agrees(auditor, corrects, '2030-01-01');
    } finally {
      for (const client of [moves, revokes, corrects]) await client.end();
    }
  },
);

story('who might not see what others wrote meanwhile counts nothing', async (_, { databaseUrl }) => {
  const database = await connected(databaseUrl);
  try {
    await database.query('begin isolation level repeatable read');
    const write = database.query(awardWrites['awards']?.({ n: 0, m: 1, day: '' }) ?? '');
    await expect(write).rejects.toThrow('awards are counted at the isolation level read committed');
  } finally {
    await database.end();
  }
});
