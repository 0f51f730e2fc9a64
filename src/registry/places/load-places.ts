import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientBase } from 'pg';

/** The units of one side of the reform of 1 July 2025, as the file names say it, and how long they stood. */
interface Period {
  readonly name: 'until-2025-06-30' | 'from-2025-07-01';
  readonly from: string;
  readonly to: string | null;
}

const REFORM = '2025-07-01';
/** `1900-01-01` stands for "before the registry's time": the source does not say when a unit was founded. */
const BEFORE: Period = { name: 'until-2025-06-30', from: '1900-01-01', to: REFORM };
const SINCE: Period = { name: 'from-2025-07-01', from: REFORM, to: null };

const UNIT_COLUMNS = ['code', 'level', 'type', 'name', 'full_name', 'parent_code'];
const SUCCESSOR_COLUMNS = ['code_until_2025_06_30', 'code_from_2025_07_01'];

/**
 * Loads the administrative units of the whole country and what became of each. Loading again changes nothing but what the
 * files correct. Runs as the migrating role, with `registry` on its search path.
 *
 * @param folder holds the CSV files of data/places
 * @throws Error a file that is not the table it should be
 */
export async function loadPlaces(client: ClientBase, folder: string): Promise<void> {
  await loadUnits(client, folder, BEFORE);
  await loadUnits(client, folder, SINCE);
  const successors = await columns(join(folder, `successors-${REFORM}.csv`), SUCCESSOR_COLUMNS);
  await client.query(
    `insert into place_successions (predecessor_id, successor_id, occurred_on)
     select place_id($3, case length(old) when 3 then 'district' else 'commune' end, old), place_id($4, 'commune', new), $5
     from unnest($1::text[], $2::text[]) succession (old, new)
     on conflict do nothing`,
    [...successors, BEFORE.name, SINCE.name, REFORM],
  );
}

/** The level of a parent, as of a predecessor, shows in its code: provinces have 2 digits, districts 3. */
async function loadUnits(client: ClientBase, folder: string, period: Period): Promise<void> {
  const units = await columns(join(folder, `units-${period.name}.csv`), UNIT_COLUMNS);
  await client.query(
    `insert into places as known (id, code, level, type, name, full_name, parent_id, valid_from, valid_to)
     select place_id($7, level, code), code, level, type, name, full_name,
       case length(parent) when 2 then place_id($7, 'province', parent) when 3 then place_id($7, 'district', parent) end,
       $8, $9
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       unit (code, level, type, name, full_name, parent)
     on conflict (id) do update
     set type = excluded.type, name = excluded.name, full_name = excluded.full_name, parent_id = excluded.parent_id
     where (known.type, known.name, known.full_name, known.parent_id)
       is distinct from (excluded.type, excluded.name, excluded.full_name, excluded.parent_id)`,
    [...units, period.name, period.from, period.to],
  );
}

/** A file column by column, as `unnest` takes it. Nothing in these files is quoted, so a comma always separates. */
async function columns(path: string, header: readonly string[]): Promise<string[][]> {
  const text = (await readFile(path, 'utf8')).normalize('NFC');
  const [first, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.split(','));
  const isTable = first?.join() === header.join() && rows.every((row) => row.length === header.length);
  if (!isTable || text.includes('"'))
    throw new Error(`${path} is not a plain CSV file with the columns ${header.join(', ')}.`);
  return header.map((_, at) => rows.map((row) => row[at] ?? ''));
}
