// What a create costs at least: the same rows with their audit in one transaction, and the record read back.
import { text as textOf } from 'node:stream/consumers';
import { uuidv7 } from 'uuidv7';

const columnOf = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export async function create(pool, { allianceId, name, text, values }, request) {
  const { names, statuses, ...organization } = JSON.parse(await textOf(request));
  const id = uuidv7();
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'introduce',
      text: `select set_config('registry.actor', $1, true), set_config('registry.request_id', $2, true)`,
      values: ['floor', id],
    });
    await insert(client, 'organizations', [{ ...organization, id, allianceId }]);
    const about = (row) => ({ ...row, id: uuidv7(), allianceId, organizationId: id });
    await insert(client, 'organization_names', names.map(about));
    await insert(client, 'organization_statuses', statuses.map(about));
    const { rows } = await client.query({ name, text, values: values.map((value) => (value === '$id' ? id : value)) });
    await client.query('commit');
    return rows[0].body;
  } finally {
    client.release();
  }
}

function insert(client, table, rows) {
  const columns = Object.keys(rows[0]).map(columnOf).join();
  const values = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value])),
  );
  return client.query({
    name: `insert into ${table}`,
    text: `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
    values: [JSON.stringify(values)],
  });
}
