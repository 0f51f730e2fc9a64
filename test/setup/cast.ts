import { hash } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** The alliance that keeps the registry (seeded), and another of the same parent. */
const home = 'HP';
const elsewhere = 'QN';

interface CastAccount {
  /** How stories call it. */
  readonly name: string;
  readonly role: 'administrator' | 'secretariat' | 'auditor' | 'member';
  readonly email: string;
  readonly alliance: string;
}

/** Everybody in the stories who can sign in. The member's organisation is `memberOrganizationCode`. */
export const castAccounts = [
  { name: 'administrator', role: 'administrator', email: 'administrator@hp.test', alliance: home },
  { name: 'secretariat', role: 'secretariat', email: 'secretariat@hp.test', alliance: home },
  { name: 'auditor', role: 'auditor', email: 'auditor@hp.test', alliance: home },
  { name: 'member', role: 'member', email: 'member@hp.test', alliance: home },
  { name: 'otherAlliance', role: 'secretariat', email: 'secretariat@qn.test', alliance: elsewhere },
  { name: 'otherAdministrator', role: 'administrator', email: 'administrator@qn.test', alliance: elsewhere },
] as const satisfies readonly CastAccount[];

export type CastName = (typeof castAccounts)[number]['name'];
export const castPassword = 'một mật khẩu đủ dài';
export const memberOrganizationCode = 'HTX-CAST01';

/**
 * Adds to a migrated database, as its owner would, what stories take for granted: two provincial alliances, one
 * organisation of the first, and everybody's account. How accounts come to be is a story of its own.
 */
export async function addCast(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=registry,public' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('registry.actor', 'test cast', true)`);
    await foundAlliance(client);
    const organizationId = await foundOrganization(client);
    const passwordHash = await hash(castPassword, { memoryCost: 1_024, timeCost: 1, parallelism: 1 });
    for (const account of castAccounts) await addAccount(client, account, organizationId, passwordHash);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function foundAlliance(client: pg.Client): Promise<void> {
  const id = randomUUID();
  await client.query(
    `insert into alliances (id, code, level, parent_id) select $1, $2, 'provincial', id from alliances where code = 'VN'`,
    [id, elsewhere],
  );
  await client.query(
    `insert into alliance_names (id, alliance_id, name, valid_from) values ($1, $2, 'Liên minh Hợp tác xã tỉnh Quảng Ninh', '1994-01-01')`,
    [randomUUID(), id],
  );
}

/** @returns the id of the organisation that the cast's member speaks for */
async function foundOrganization(client: pg.Client): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into organizations (id, alliance_id, code, kind, founded_on, founded_precision, organizing_law)
     select $1, id, $2, 'cooperative', '2010-04-01', 'day', 'cooperatives_2012' from alliances where code = $3`,
    [id, memberOrganizationCode, home],
  );
  await client.query(
    `insert into organization_names (id, alliance_id, organization_id, name, valid_from)
     select $1, alliance_id, id, 'Hợp tác xã Nông nghiệp An Hòa', founded_on from organizations where id = $2`,
    [randomUUID(), id],
  );
  await client.query(
    `insert into organization_statuses (id, alliance_id, organization_id, status, valid_from)
     select $1, alliance_id, id, 'operating', founded_on from organizations where id = $2`,
    [randomUUID(), id],
  );
  return id;
}

async function addAccount(
  client: pg.Client,
  account: CastAccount,
  organizationId: string,
  passwordHash: string,
): Promise<void> {
  const { name, role, email, alliance } = account;
  await client.query(
    `insert into accounts (id, alliance_id, email, name, role, organization_id, password_hash)
     select $1, id, $2, $3, $4, $5, $6 from alliances where code = $7`,
    [randomUUID(), email, name, role, role === 'member' ? organizationId : null, passwordHash, alliance],
  );
}
