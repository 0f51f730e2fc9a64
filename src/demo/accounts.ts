import type { INestApplicationContext } from '@nestjs/common';
import { PasswordEntry } from '../access/account.entity.js';
import { AccountsService } from '../access/accounts.service.js';
import { addAccount } from '../access/add-account.js';
import { Passwords } from '../access/passwords.js';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { ALLIANCE_CODE, DEMO_ACCOUNTS } from './facts.js';

/** Makes the accounts that are missing; the others get the password, unless they have it. */
export async function loadAccounts(app: INestApplicationContext, password: string, act: Act): Promise<void> {
  const accounts = app.get(AccountsService);
  const database = app.get(Database);
  const passwords = app.get(Passwords);
  for (const [role, email] of Object.entries(DEMO_ACCOUNTS)) {
    const [known] = await database.run<{ id: string; hash: string | null }>({
      text: 'select id, password_hash as hash from accounts where email = $1 and voided_at is null',
      values: [email],
    });
    if (!known) {
      const owner = role === 'member' ? { organization: await firstMember(database) } : { alliance: ALLIANCE_CODE };
      await addAccount(accounts, database, { email, role, password, ...owner }, 'nạp dữ liệu mẫu');
    } else if (!(await passwords.fits(password, known.hash))) {
      await accounts.setPassword(known.id, validEntry(PasswordEntry, { password }), act);
    }
  }
}

/** Code of the longest-standing member. */
async function firstMember(database: Database): Promise<string | undefined> {
  const [first] = await database.run<{ code: string }>({
    text: `select o.code from memberships m join organizations o on o.id = m.organization_id
      where m.ended_on is null and o.kind = 'cooperative' and m.voided_at is null order by m.number limit 1`,
    values: [],
  });
  return first?.code;
}
