import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';

/** Organisations and people of chosen names, written past the audit: for what only reads. */
export interface OrganizationRow {
  id: string;
  allianceId: string;
  code: string;
  kind: string;
  foundedOn: string | null;
  voided: boolean;
  names: { name: string; validFrom: string; voided: boolean }[];
}
export interface PersonRow {
  id: string;
  allianceId: string;
  fullName: string;
  sex: string;
  voided: boolean;
}
export interface Registry {
  organizations: OrganizationRow[];
  people: PersonRow[];
}

/** A UUID made of a text. */
export function idOf(kind: string, n: number): string {
  const digits = createHash('md5').update(`${kind}/${n}`).digest('hex');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const OWN = idOf('alliance', 1);
export const FOREIGN = idOf('alliance', 2);

const allianceId = fc.integer({ min: 0, max: 9 }).map((n) => (n === 0 ? FOREIGN : OWN));
const seldom = fc.integer({ min: 0, max: 11 }).map((n) => n === 0);
const day = fc.constantFrom('2001-01-01', '2010-05-05', '2020-07-01');
const organizationName = fc
  .tuple(
    fc.constantFrom('Hợp tác xã', 'Hợp tác xã', 'Liên hiệp'),
    fc.constantFrom('Đông', 'Bình Minh', 'Ân', 'Án 100%'),
    fc.nat(9),
  )
  .map((parts) => parts.join(' '));
const personName = fc
  .tuple(
    fc.constantFrom('Nguyễn', 'Nguyễn', 'Trần', 'Lê'),
    fc.constantFrom('Thị', 'Văn', 'Bình'),
    fc.constantFrom('An', 'Ân', 'Đạt', 'Minh', 'Bình', 'Z'),
  )
  .map((parts) => parts.join(' '));

const organization = fc.record({
  allianceId,
  kind: fc.constantFrom('cooperative', 'cooperative', 'cooperative_union'),
  foundedOn: fc.option(day),
  voided: seldom,
  names: fc.uniqueArray(fc.record({ name: organizationName, validFrom: day, voided: seldom }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ validFrom }) => validFrom,
  }),
});
const person = fc.record({ allianceId, fullName: personName, sex: fc.constantFrom('male', 'female'), voided: seldom });

/**
 * A registry of a few rows, or of several hundred: a small stretch of rows again and again, so that names are frequent,
 * with what is rare put in here and there.
 */
export const anyRegistry: fc.Arbitrary<Registry> = fc
  .record({
    organizations: fc.array(organization, { minLength: 1, maxLength: 40 }),
    people: fc.array(person, { minLength: 1, maxLength: 40 }),
    times: fc.constantFrom(1, 3, 12, 30),
  })
  .map(({ organizations, people, times }) => ({
    organizations: repeated(organizations, times).map((row, i) => ({
      ...row,
      id: idOf('organization', i),
      code: `P-${String(i).padStart(6, '0')}`,
    })),
    people: repeated(people, times).map((row, i) => ({ ...row, id: idOf('person', i) })),
  }));

const repeated = <Row>(rows: readonly Row[], times: number): Row[] => Array.from({ length: times }, () => rows).flat();

/** The name on a day; before its first one, that one; of a name all of whose rows were taken back, none. */
export function nameOnDay({ names }: OrganizationRow, asOf: string): string {
  const standing = names.filter(({ voided }) => !voided).sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return (standing.findLast(({ validFrom }) => validFrom <= asOf) ?? standing[0])?.name ?? '';
}

const TABLES = ['organizations', 'organization_names', 'people'];

/** Makes these the only rows, whatever was there. */
export async function enter(owner: pg.Client, { organizations, people }: Registry): Promise<void> {
  await owner.query('begin; set local session_replication_role = replica');
  for (const table of TABLES) await owner.query(`delete from ${table}`);
  await owner.query(
    `insert into organizations (id, alliance_id, code, kind, founded_on, founded_precision, organizing_law, voided_at)
     select id, "allianceId", code, kind, "foundedOn", 'day', 'cooperatives_2012', case when voided then now() end
     from json_to_recordset($1) as o (id uuid, "allianceId" uuid, code text, kind text, "foundedOn" date, voided boolean)`,
    [JSON.stringify(organizations)],
  );
  const names = organizations.flatMap((row, i) =>
    row.names.map((name, n) => ({
      ...name,
      id: idOf(`name ${n}`, i),
      organizationId: row.id,
      allianceId: row.allianceId,
    })),
  );
  await owner.query(
    `insert into organization_names (id, alliance_id, organization_id, name, valid_from, voided_at)
     select id, "allianceId", "organizationId", name, "validFrom", case when voided then now() end
     from json_to_recordset($1) as n (id uuid, "allianceId" uuid, "organizationId" uuid, name text, "validFrom" date, voided boolean)`,
    [JSON.stringify(names)],
  );
  await owner.query(
    `insert into people (id, alliance_id, full_name, sex, voided_at)
     select id, "allianceId", "fullName", sex, case when voided then now() end
     from json_to_recordset($1) as p (id uuid, "allianceId" uuid, "fullName" text, sex text, voided boolean)`,
    [JSON.stringify(people)],
  );
  await owner.query('commit');
  await owner.query(`vacuum analyze ${TABLES.join(', ')}`);
}

/** What the statistics say of how many rows the tables have. */
export async function tableSizes(owner: pg.Client, rows: number): Promise<void> {
  await owner.query('update pg_class set reltuples = $1 where oid = any($2::regclass[])', [rows, TABLES]);
}
