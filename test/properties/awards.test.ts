import { expect } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import type { Client } from '../kit/client.js';
import { award, awardDecision, entersIssuingBody, entersOrganization, formOf, person } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { story } from '../kit/story.js';

/** What the random awards are made of. */
async function beginnings(by: Client) {
  const bodies = [await entersIssuingBody(by), await entersIssuingBody(by, { level: 'alliance_national' })];
  const forms = [await formOf(by, 'bk_bn'), await formOf(by, 'gk')];
  const { id: organizationId } = await entersOrganization(by);
  const { id: personId } = await by.post('people', person()).created();
  return { bodies, forms, organizationId, personId };
}

/** A recipient's fields: each of them sent, sent as null or left out. */
const recipients = fc.record({
  recipientKind: fc.constantFrom('collective', 'individual'),
  organization: fc.constantFrom('sent', 'null', 'left out'),
  unit: fc.constantFrom('sent', 'null', 'left out'),
  person: fc.constantFrom('sent', 'null', 'left out'),
});

const INSERT = `insert into registry.awards (id, alliance_id, decision_id, form_id, recipient_kind, organization_id, unit_name, person_id, kind)
  select gen_random_uuid(), alliance_id, id, $2, $3, $4, $5, $6, 'merit' from registry.award_decisions where id = $1`;

/** The constraint that an insert past the program breaks; null when it holds. Nothing stays of it. */
async function broken(database: pg.Client, values: unknown[]): Promise<string | null> {
  await database.query('begin');
  try {
    await database.query(INSERT, values);
    return null;
  } catch (error) {
    return (error as pg.DatabaseError).constraint ?? String(error);
  } finally {
    await database.query('rollback');
  }
}

story(
  'whatever is entered, an award has exactly one recipient; the program and the database agree on it',
  async ({ secretariat }, { databaseUrl }) => {
    const { bodies, forms, organizationId, personId } = await beginnings(secretariat);
    const [body = '', form = ''] = [bodies[0], forms[0]];
    const { id: decisionId } = await secretariat
      .post('award-decisions', awardDecision(body, [award(form, { organizationId })]))
      .created();
    const database = new pg.Client(databaseUrl);
    await database.connect();
    try {
      await fc.assert(
        fc.asyncProperty(recipients, async ({ recipientKind, organization, unit, person: individual }) => {
          const field = (name: string, how: string, value: string) =>
            how === 'left out' ? {} : { [name]: how === 'null' ? null : value };
          const sent: Record<string, string | null> = {
            recipientKind,
            ...field('organizationId', organization, organizationId),
            ...field('unitName', unit, 'Tổ 1'),
            ...field('personId', individual, personId),
          };
          const reply = await secretariat.post(`award-decisions/${decisionId}/awards`, { awards: [award(form, sent)] });
          const row = [decisionId, form, recipientKind, sent['organizationId'], sent['unitName'], sent['personId']];
          const constraint = await broken(database, row);
          expect([reply.status, reply.problemCode ?? null, constraint]).toEqual(
            constraint ? [422, 'award-recipient-unclear', 'awards_recipient_check'] : [201, null, null],
          );
        }),
        { numRuns: 80 },
      );
      const { rows } = await database.query<{ other: number; all: number }>(
        `select count(*)::integer as all, count(*) filter (where case recipient_kind
            when 'collective' then organization_id is null or person_id is not null
            else person_id is null or unit_name is not null end)::integer as other from registry.awards`,
      );
      expect(rows[0]?.other).toBe(0);
      expect(rows[0]?.all).toBeGreaterThan(5);
    } finally {
      await database.end();
    }
  },
);

const days = fc
  .integer({ min: 0, max: 1400 })
  .map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));

/** Something that may be written about the `nth` award; refusals are as good as successes. */
const writings = fc.record({
  what: fc.constantFrom('void', 'revoke', 'voidRevocation', 'form', 'recipient', 'day', 'body', 'more'),
  nth: fc.nat(50),
  on: days,
});

interface Cell {
  awards: number;
  rows: string;
}

/** The report's cells, each held against the list behind it, and all of them against the list of all. */
async function holdsTogether(by: Client, asOf: string): Promise<void> {
  const cells = (await by.get('reports/awards', { asOf }).is()).body['rows'] as Cell[];
  for (const { awards, rows } of cells) await by.get(`${rows}&total=true&limit=1`).is({ total: awards });
  const total = cells.reduce((sum, { awards }) => sum + awards, 0);
  await by.get('awards', { asOf, total: true, limit: 1 }).is({ total });
}

story(
  'whatever is written, each cell of the report is the number of its rows',
  async ({ secretariat: by, auditor }) => {
    const { bodies, forms, organizationId, personId } = await beginnings(by);
    const collective = { recipientKind: 'collective', organizationId, personId: null };
    const individual = { recipientKind: 'individual', personId };
    const known: { decision: string; award: string }[] = [];
    const enters = async (decidedOn: string, nth: number) => {
      const items = [award(forms[nth % 2] ?? '', collective), award(forms[0] ?? '', individual)];
      const { id: decision, body } = await by.post(
        'award-decisions',
        awardDecision(bodies[nth % 2] ?? '', items, { decidedOn }),
      );
      for (const { id } of body['awards'] as { id: string }[]) known.push({ decision, award: id });
    };
    await enters('2019-12-31', 0);
    await enters('2020-01-01', 1);
    const writes: Record<
      string,
      (of: { decision: string; award: string }, on: string, nth: number) => PromiseLike<unknown>
    > = {
      void: ({ award: id }) => by.post(`awards/${id}/voidings`, { reason: 'nhập nhầm' }),
      revoke: ({ award: id }, decidedOn) => by.post(`awards/${id}/revocations`, { ground: 'later_finding', decidedOn }),
      voidRevocation: async ({ award: id }) => {
        const { id: revocation } = ((await by.get(`awards/${id}`)).body['revocation'] ?? {}) as Json;
        if (revocation) await by.post(`award-revocations/${String(revocation)}/voidings`, { reason: 'ghi nhầm' });
      },
      form: ({ award: id }, _, nth) => by.correct(`awards/${id}`, { formId: forms[nth % 2] }),
      recipient: ({ award: id }, _, nth) => by.correct(`awards/${id}`, nth % 2 ? collective : individual),
      day: ({ decision: id }, decidedOn) => by.correct(`award-decisions/${id}`, { decidedOn }),
      body: ({ decision: id }, _, nth) => by.correct(`award-decisions/${id}`, { issuingBodyId: bodies[nth % 2] }),
      more: (_, decidedOn, nth) => enters(decidedOn, nth),
    };
    await fc.assert(
      fc.asyncProperty(fc.array(writings, { minLength: 3, maxLength: 10 }), days, async (all, asOf) => {
        for (const { what, nth, on } of all) {
          const of = known[nth % known.length];
          if (of) await writes[what]?.(of, on, nth);
        }
        await holdsTogether(auditor, asOf);
        await holdsTogether(auditor, '2030-01-01');
      }),
      { numRuns: 12 },
    );
  },
);
