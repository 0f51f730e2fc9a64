const next = 'set version = version + 1,';
const voids = 'voided_at = case when voided_at is null then now() end';
const form = (n: number) => `form_id = (select id from award_forms where code = '${n % 2 ? 'bk_bn' : 'gk'}')`;
const nth = (table: string, n: number) =>
  `(select id from ${table} order by id offset ${n} % (select greatest(count(*), 1) from ${table}) limit 1)`;
const awardNo = (n: number) => nth('awards', n);
const decisionNo = (n: number) => nth('award_decisions', n);

/** Numbers that choose rows, and a day. */
export interface Chosen {
  n: number;
  m: number;
  day: string;
}

/** What anyone may write at a console, by their names. What the database refuses is as good. */
export const awardWrites: Readonly<Record<string, (chosen: Chosen) => string>> = {
  awards: ({ n, m }) =>
    `insert into awards (id, alliance_id, decision_id, form_id, recipient_kind, organization_id, kind)
    select gen_random_uuid(), d.alliance_id, d.id, f.id, 'collective', (select min(id::text)::uuid from organizations), 'merit'
    from award_decisions d, award_forms f, generate_series(0, ${n % 3})
    where f.code in ('bk_bn', 'gk') and d.id in (${decisionNo(n)}, ${decisionNo(m)})`,
  void: ({ n }) => `update awards ${next} ${voids} where id = ${awardNo(n)}`,
  form: ({ n, m }) => `update awards ${next} ${form(m)} where id = ${awardNo(n)}`,
  formOfAll: ({ n, m }) => `update awards ${next} ${form(m)} where decision_id = ${decisionNo(n)}`,
  recipient: ({
    n,
  }) => `update awards ${next} recipient_kind = 'individual', person_id = (select min(id::text)::uuid from people)
    where id = ${awardNo(n)}`,
  decision: ({ n, m }) => `update awards ${next} decision_id = ${decisionNo(m)} where id = ${awardNo(n)}`,
  day: ({ n, day }) => `update award_decisions ${next} decided_on = '${day}' where id = ${decisionNo(n)}`,
  daysOfAll: ({ n }) => `update award_decisions ${next} decided_on = decided_on + ${n * 20 - 400}`,
  body: ({ n, m }) => `update award_decisions ${next} issuing_body_id = (select issuing_body_id from award_decisions
    where id = ${decisionNo(m)}) where id = ${decisionNo(n)}`,
  revoke: ({ n, m, day }) =>
    `insert into award_revocations (id, alliance_id, award_id, ground, decided_on)
    select gen_random_uuid(), alliance_id, id, 'later_finding', '${day}' from awards where id in (${awardNo(n)}, ${awardNo(m)})`,
  voidRevocation: ({ n }) => `update award_revocations ${next} ${voids} where id = ${nth('award_revocations', n)}`,
  revocationDay: ({ n, day }) =>
    `update award_revocations ${next} decided_on = '${day}' where id = ${nth('award_revocations', n)}`,
  otherAward: ({ n, m }) =>
    `update award_revocations ${next} award_id = ${awardNo(m)} where id = ${nth('award_revocations', n)}`,
  forgetRevocation: ({ n }) => `delete from award_revocations where id = ${nth('award_revocations', n)}`,
  forgetAward: ({ n }) => `delete from awards where id = ${awardNo(n)}`,
};
