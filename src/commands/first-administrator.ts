import { asOwner } from '../platform/database/as-owner.js';

/** What the first start asks the operator to do. */
export const FIRST_ADMINISTRATOR =
  'Nobody can sign in yet. Make the first administrator: npm run htx -- accounts add --email you@example.vn --role administrator';

const ADMINISTRATOR = `select from registry.accounts where role = 'administrator' limit 1`;

export async function lacksAdministrator(ownerUrl: string): Promise<boolean> {
  const { rowCount } = await asOwner(ownerUrl, (client) => client.query(ADMINISTRATOR));
  return rowCount === 0;
}
