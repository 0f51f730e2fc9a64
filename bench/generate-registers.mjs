// Awards, delegates and trainings of a generated registry, set-wise: for each organisation three awards, a delegate and
// twenty participations; of each thing the same rows each time.
import { idOf, oneOf } from './generated-ids.mjs';

const tables = [
  'issuing_bodies',
  'issuing_body_names',
  'award_decisions',
  'awards',
  'award_revocations',
  'congresses',
  'delegations',
  'delegates',
  'training_courses',
  'training_participations',
];

const alliance = `(select id from alliances where code = 'HP')`;
const series = (count, name = 'i') => `generate_series(1, ${count}) ${name}`;

const BODIES = 12;
const DELEGATES_OF_ONE = 10;
export const PEOPLE_OF_ONE = 10;
const PARTICIPATIONS_OF_ONE = 20;
const PARTICIPANTS = 40;

export async function generateRegisters(client, organizations) {
  for (const table of tables) await client.query(`alter table ${table} disable trigger all`);
  await generateAwards(client, organizations);
  await generateDelegates(client, organizations);
  await generateTrainings(client, organizations);
  for (const table of tables) await client.query(`alter table ${table} enable trigger all`);
  await client.query('call recount_awards()');
}

/** Decisions of 10 to 50 awards, 30 on the average, over twenty years. */
async function generateAwards(client, organizations) {
  const decisions = Math.ceil(organizations / 10);
  await client.query(`insert into issuing_bodies (id, alliance_id, level)
    select ${idOf('body')}, ${alliance}, ${oneOf(['province', 'alliance_national', 'alliance_provincial'], 'i')} from ${series(BODIES)}`);
  await client.query(`insert into issuing_body_names (id, alliance_id, issuing_body_id, name, valid_from)
    select ${idOf('body-name')}, ${alliance}, ${idOf('body')}, 'Cơ quan khen thưởng ' || i, date '2000-01-01' from ${series(BODIES)}`);
  await client.query(`insert into award_decisions (id, alliance_id, number, decided_on, issuing_body_id)
    select ${idOf('decision')}, ${alliance}, i || '/QĐ-KT', date '2005-01-01' + i * 37 % 7300, ${idOf('body', `(1 + i % ${BODIES})`)}
    from ${series(decisions)}`);
  const organization = `(1 + (i * 53 + k * 7) % ${organizations})`;
  const individual = 'k % 3 = 0';
  await client.query(`insert into awards (id, alliance_id, decision_id, form_id, recipient_kind, organization_id, person_id, kind)
    select ${idOf('award', `i || '-' || k`)}, ${alliance}, ${idOf('decision')},
      md5('award-form/' || case when ${individual} then ${oneOf(['bk_bn', 'gk', 'ldtt'], 'i')} else ${oneOf(['bk_bn', 'gk', 'ttldxs'], 'i')} end)::uuid,
      case when ${individual} then 'individual' else 'collective' end, ${idOf('organization', organization)},
      case when ${individual} then ${idOf('person', `((${organization} - 1) * ${PEOPLE_OF_ONE} + 1 + k % 9)`)} end, 'merit'
    from ${series(decisions)}, generate_series(1, 10 + i % 41) k`);
  await client.query(`insert into award_revocations (id, alliance_id, award_id, ground, decided_on)
    select ${idOf('revocation')}, ${alliance}, ${idOf('award', `i || '-1'`)}, 'false_declaration', date '2005-01-01' + i * 37 % 7300 + 400
    from ${series(decisions)} where i % 5 = 0`);
}

/** One congress; every tenth organisation sends a delegation. */
async function generateDelegates(client, organizations) {
  const delegations = Math.ceil(organizations / DELEGATES_OF_ONE);
  const congress = idOf('congress', '1');
  await client.query(`insert into congresses (id, alliance_id, level, ordinal, term_name, starts_on, ends_on)
    values (${congress}, ${alliance}, 'provincial', 90, '2020 - 2025', '2020-11-26', '2020-11-27')`);
  await client.query(`insert into delegations (id, alliance_id, congress_id, organization_id, official_seats, alternate_seats)
    select ${idOf('delegation')}, ${alliance}, ${congress}, ${idOf('organization')}, ${DELEGATES_OF_ONE}, 0 from ${series(delegations)}`);
  await client.query(`insert into delegates (id, alliance_id, delegation_id, congress_id, person_id, organization_id, kind, basis, named_on)
    select ${idOf('delegate', `i || '-' || k`)}, ${alliance}, ${idOf('delegation')}, ${congress},
      ${idOf('person', `((i - 1) * ${PEOPLE_OF_ONE} + k)`)}, ${idOf('organization')}, 'official', 'elected', date '2020-09-01' + i % 60
    from ${series(delegations)}, ${series(DELEGATES_OF_ONE, 'k')}`);
}

/** Courses of 40 participants over twenty years; their ids follow one another, so that the indexes fill fast. */
async function generateTrainings(client, organizations) {
  const [people, participations] = [organizations * PEOPLE_OF_ONE, organizations * PARTICIPATIONS_OF_ONE];
  const inTurn = (number) => `lpad(to_hex(${number}), 32, '0')::uuid`;
  await client.query(`insert into training_courses (id, alliance_id, name, audience, starts_on, ends_on, hours)
    select ${inTurn('i')}, ${alliance}, 'Bồi dưỡng cán bộ quản lý, lớp ' || i, ${oneOf(['managers', 'accountants'], 'i')},
      date '2005-01-01' + i * 37 % 7300, date '2005-01-03' + i * 37 % 7300, 24 from ${series(Math.ceil(participations / PARTICIPANTS) + 1)}`);
  await client.query(`insert into training_participations (id, alliance_id, course_id, person_id, organization_id, result)
    select ${inTurn('i')}, ${alliance}, ${inTurn(`1 + i / ${PARTICIPANTS}`)}, ${idOf('person', `(1 + i % ${people})`)},
      ${idOf('organization', `(1 + i % ${people} / ${PEOPLE_OF_ONE})`)}, ${oneOf(['completed', 'excellent', 'attending', 'not_completed'], 'i')}
    from ${series(participations)}`);
}
