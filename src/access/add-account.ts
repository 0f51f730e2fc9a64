import { capitalised } from '../platform/problems/language.js';
import type { Database } from '../platform/database/database.js';
import { StartRefusal } from '../platform/problems/start-refusal.js';
import { validEntry } from '../platform/records/valid-entry.js';
import { Act } from '../platform/rights/act.js';
import { operator } from '../platform/rights/operator.js';
import { roleNames, roles } from '../platform/rights/roles.js';
import { AccountEntry, PasswordEntry } from './account.entity.js';
import type { AccountsService } from './accounts.service.js';
import { emailWords } from './email.js';

/** An account as an operator names it. */
export interface WantedAccount {
  email: string;
  role: string;
  /** By default the role's name with the code of the organisation or alliance; the audit shows it, so never the e-mail address. */
  name?: string | undefined;
  /** Code of the alliance, `HP`; unless given, the organisation's or the only provincial one. */
  alliance?: string | undefined;
  /** Code of the organisation that a member account speaks for. */
  organization?: string | undefined;
  /** Unless given, its owner sets one by a link. */
  password?: string | undefined;
}

/** The account made, and where its owner sets a password, once and within an hour; null when there is one, or mail brings it. */
export interface AddedAccount {
  email: string;
  link: string | null;
}

/**
 * Makes an account without anybody being signed in: from the command line, or for the demo.
 * @param why written into the audit
 * @throws Problem as the API would; StartRefusal when a code leads nowhere
 */
export async function addAccount(
  accounts: AccountsService,
  database: Database,
  { email, role, name, alliance, organization, password }: WantedAccount,
  why = 'lập tài khoản',
): Promise<AddedAccount> {
  const owner = organization === undefined ? null : await organizationWith(database, organization);
  const { id: allianceId, code } =
    owner && alliance === undefined
      ? { id: owner.allianceId, code: organization }
      : await allianceWith(database, alliance);
  const called = name ?? `${capitalised(nameOf(role))} ${organization ?? code}`;
  const wanted = { email, role, name: called, allianceId, organizationId: owner?.id ?? null, password };
  const answer = await accounts.add(validEntry(AccountEntry, wanted), Act.system(why, allianceId, operator()));
  return JSON.parse(answer.body) as AddedAccount;
}

/**
 * Takes an account's password away and gives its owner another link: where nobody else could, as when the first
 * administrator lost the first one.
 * @throws StartRefusal when there is no such account
 */
export async function resetAccount(
  accounts: AccountsService,
  database: Database,
  email: string,
): Promise<AddedAccount> {
  const [account] = await database.run<{ id: string; allianceId: string }>({
    text: `select id, alliance_id as "allianceId" from accounts where email = $1 and voided_at is null`,
    values: [emailWords.clean(email)],
  });
  if (!account) throw new StartRefusal(`There is no account with the address ${email}.`);
  const act = Act.system('đặt lại mật khẩu', account.allianceId, operator());
  const answer = await accounts.setPassword(account.id, validEntry(PasswordEntry, {}), act);
  return JSON.parse(answer.body) as AddedAccount;
}

function nameOf(role: string): string {
  const known = roles.find((one) => one === role);
  return known ? roleNames[known].vi : role;
}

async function organizationWith(database: Database, code: string): Promise<{ id: string; allianceId: string }> {
  const [found] = await database.run<{ id: string; allianceId: string }>({
    text: 'select id, alliance_id as "allianceId" from organizations where code = $1 and voided_at is null',
    values: [code],
  });
  if (!found) throw new StartRefusal(`There is no organisation with the code ${code}.`);
  return found;
}

async function allianceWith(database: Database, code: string | undefined): Promise<{ id: string; code: string }> {
  const [found, another] = await database.run<{ id: string; code: string }>({
    text: `select id, code from alliances where voided_at is null and ($1::text is null and level = 'provincial' or code = $1)`,
    values: [code ?? null],
  });
  if (found && !another) return found;
  throw new StartRefusal(
    code === undefined
      ? 'Name the alliance by its code: there is not just one.'
      : `There is no alliance with the code ${code}.`,
  );
}
