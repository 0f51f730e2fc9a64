// Generates a registry set-wise: organisations of one alliance with names, seats, statuses and memberships, and ten people
// for each, in office. The audit trigger is off meanwhile (the generated rows are no history), and on again afterwards.
import { idOf, oneOf } from './generated-ids.mjs';
import { generateRegisters, PEOPLE_OF_ONE } from './generate-registers.mjs';

const tables = [
  'organizations',
  'organization_names',
  'organization_addresses',
  'organization_statuses',
  'memberships',
  'people',
  'positions',
];

/** The id of the organisation that the cases ask for. */
export const exampleId = `select md5('organization/77')::uuid as id`;

export async function generate(client, organizations) {
  await client.query('set search_path = registry, public');
  for (const table of tables) await client.query(`alter table ${table} disable trigger all`);
  const alliance = `(select id from alliances where code = 'HP')`;
  const each = `from generate_series(1, ${organizations}) i`;
  await client.query(`insert into organizations (id, alliance_id, code, kind, sector, field, founded_on, founded_precision, organizing_law)
    select ${idOf('organization')}, ${alliance}, 'B-' || lpad(i::text, 7, '0'), ${oneOf(['cooperative', 'enterprise', 'peoples_credit_fund'], 'i')},
      ${oneOf(['fishery', 'salt', 'transport', 'construction'], 'i')}, 'agriculture', date '2000-01-01' + i % 7000, 'day', 'cooperatives_2012' ${each}`);
  await client.query(`insert into organization_names (id, alliance_id, organization_id, name, valid_from)
    select ${idOf('name')}, ${alliance}, ${idOf('organization')}, 'Hợp tác xã ' || ${oneOf(['Nông nghiệp', 'Thủy sản', 'Vận tải', 'Xây dựng'], 'i')}
      || ' ' || ${oneOf(['Đông', 'Tây', 'Nam', 'Bắc', 'Minh', 'Tân'], 'i')} || ' ' || ${oneOf(['Đô', 'Hải', 'Sơn', 'Lập', 'Phong'], 'i / 6')} || ' ' || i,
      date '2000-01-01' ${each}`);
  await client.query(`insert into organization_addresses (id, alliance_id, organization_id, place_id, valid_from)
    select ${idOf('address')}, ${alliance}, ${idOf('organization')}, p.ids[1 + i % 300], date '2000-01-01' ${each},
      (select array_agg(id order by code) ids from places where level = 'commune' and valid_to is not null) p`);
  await client.query(`insert into organization_statuses (id, alliance_id, organization_id, status, valid_from)
    select ${idOf('status')}, ${alliance}, ${idOf('organization')}, 'operating', date '2000-01-01' ${each}`);
  await client.query(`insert into memberships (id, alliance_id, organization_id, number, category, admitted_on)
    select ${idOf('membership')}, ${alliance}, ${idOf('organization')}, 'B' || i, 'official', date '2005-01-01' + i % 5000 ${each}`);
  const person = `from generate_series(1, ${organizations * PEOPLE_OF_ONE}) i`;
  await client.query(`insert into people (id, alliance_id, full_name, sex, birth_date)
    select ${idOf('person')}, ${alliance}, ${oneOf(['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng'], 'i')} || ' ' || ${oneOf(['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc'], 'i / 7')}
      || ' ' || ${oneOf(['An', 'Bình', 'Dũng', 'Giang', 'Hạnh', 'Lan', 'Phúc', 'Sơn', 'Thủy', 'Yến', 'Đạt'], 'i / 35')},
      ${oneOf(['male', 'female'], 'i')}, date '1955-01-01' + i % 16000 ${person}`);
  await client.query(`insert into positions (id, alliance_id, person_id, organization_id, position, valid_from)
    select ${idOf('position')}, ${alliance}, ${idOf('person')}, ${idOf('organization', `1 + i / ${PEOPLE_OF_ONE}`)},
      ${oneOf(['board_chair', 'director', 'chief_accountant', 'board_member', 'supervisor', 'member'], 'i')}, date '2018-01-01' + i % 1500
    from generate_series(1, ${organizations * PEOPLE_OF_ONE} - 1) i`);
  for (const table of tables) await client.query(`alter table ${table} enable trigger all`);
  await generateRegisters(client, organizations);
  await client.query('vacuum analyze');
}
