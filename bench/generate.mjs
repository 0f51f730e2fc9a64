// Generates a registry set-wise: organisations of one alliance with names, seats, statuses and memberships.
// The audit trigger is off meanwhile (the generated rows are no history), and on again afterwards.

const tables = [
  'organizations',
  'organization_names',
  'organization_addresses',
  'organization_statuses',
  'memberships',
];

/** A UUID made of a text: the same registry each time. */
const idOf = (kind) => `md5('${kind}/' || i)::uuid`;

export async function generate(client, organizations) {
  await client.query('set search_path = registry, public');
  for (const table of tables) await client.query(`alter table ${table} disable trigger all`);
  const alliance = `(select id from alliances where code = 'HP')`;
  const each = `from generate_series(1, ${organizations}) i`;
  await client.query(`insert into organizations (id, alliance_id, code, kind, sector, field, founded_on, founded_precision, organizing_law)
    select ${idOf('organization')}, ${alliance}, 'B-' || i, (array['cooperative','enterprise','peoples_credit_fund'])[1 + i % 3],
      (array['fishery','salt','transport','construction'])[1 + i % 4], 'agriculture', date '2000-01-01' + i % 7000, 'day', 'cooperatives_2012' ${each}`);
  await client.query(`insert into organization_names (id, alliance_id, organization_id, name, valid_from)
    select ${idOf('name')}, ${alliance}, ${idOf('organization')},
      'Hợp tác xã ' || (array['Nông nghiệp','Thủy sản','Vận tải','Xây dựng'])[1 + i % 4] || ' ' ||
      (array['Đông','Tây','Nam','Bắc','Minh','Tân'])[1 + i % 6] || ' ' || (array['Đô','Hải','Sơn','Lập','Phong'])[1 + i / 6 % 5] || ' ' || i,
      date '2000-01-01' ${each}`);
  await client.query(`insert into organization_addresses (id, alliance_id, organization_id, place_id, valid_from)
    select ${idOf('address')}, ${alliance}, ${idOf('organization')}, p.ids[1 + i % 300], date '2000-01-01'
    from generate_series(1, ${organizations}) i,
      (select array_agg(id order by code) ids from places where level = 'commune' and valid_to is not null) p`);
  await client.query(`insert into organization_statuses (id, alliance_id, organization_id, status, valid_from)
    select ${idOf('status')}, ${alliance}, ${idOf('organization')}, 'operating', date '2000-01-01' ${each}`);
  await client.query(`insert into memberships (id, alliance_id, organization_id, number, category, admitted_on)
    select ${idOf('membership')}, ${alliance}, ${idOf('organization')}, 'B' || i, 'official', date '2005-01-01' + i % 5000 ${each}`);
  for (const table of tables) await client.query(`alter table ${table} enable trigger all`);
  await client.query('vacuum analyze');
}
