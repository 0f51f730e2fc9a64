import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../platform/audit/history.js';
import { HistoryView } from '../platform/audit/history.view.js';
import { Allow, By, Id } from '../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../platform/http/describe.js';
import { Reader } from '../platform/reading/reader.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { valid } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import * as problems from './access.problems.js';
import { NoSecondFactor, OwnSecondFactor } from './sign-in.problems.js';
import { accountRights } from './access.rights.js';
import {
  AccountCorrection,
  AccountEntry,
  DisablementEntry,
  EnablementEntry,
  PasswordEntry,
  SecondFactorRemovalEntry,
  SignOutEntry,
} from './account.entity.js';
import { AccountView, AccountWithLink } from './account.view.js';
import { AccountsService } from './accounts.service.js';
import { SecondFactorsService } from './second-factors.service.js';

@ApiTags('Accounts and keys')
@Controller('api/v1/accounts')
export class AccountsController {
  constructor(
    private readonly reader: Reader,
    private readonly accounts: AccountsService,
    private readonly histories: History,
    private readonly factors: SecondFactorsService,
  ) {}

  @Get()
  @Allow(accountRights.read)
  @Lists(AccountView, { summary: 'Who can sign in' })
  list(@WantedOf(AccountView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(AccountView, wanted, act);
  }

  @Get(':id')
  @Allow(accountRights.read)
  @Shows(AccountView, { summary: 'One account' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AccountView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(accountRights.read)
  @Lists(HistoryView, { summary: 'What was written about an account, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(AccountView, id, wanted, act);
  }

  @Post()
  @Allow(accountRights.record)
  @Enters(AccountWithLink, {
    summary: 'Make an account, or invite somebody (mời)',
    description:
      'Without `password` its owner is sent a link to set one, good once, for an hour; where no mail is sent, the link is shown in this answer only. With one, `Idempotency-Key` is refused.',
    problems: [problems.EmailTaken, problems.OrganizationOfMember, problems.AllianceTakenBack],
  })
  add(@Body(valid) entry: AccountEntry, @By() act: Act) {
    return this.accounts.add(entry, act);
  }

  @Patch(':id')
  @Allow(accountRights.correct)
  @Corrects(AccountWithLink, {
    summary: 'Another e-mail address, name, role or organisation; all but another name sign it out',
    description:
      'Whoever has set no password yet is sent a link at a new address. A role that asks for a longer password (administrator, secretariat) leaves the account without one until its owner sets another by the link that he is sent; where no mail is sent, the link is shown in this answer only.',
    problems: [
      problems.EmailTaken,
      problems.OrganizationOfMember,
      problems.LastAdministrator,
      problems.OwnRole,
      problems.OwnWayIn,
    ],
  })
  correct(@Id() id: string, @Body(valid) correction: AccountCorrection, @By() act: Act) {
    return this.accounts.correct(id, correction, act);
  }

  @Post(':id/disablements')
  @Allow(accountRights.disable)
  @Enters(AccountView, {
    summary: 'Disable an account: it is signed out at once (khóa)',
    problems: [problems.AlreadyDisabled, problems.LastAdministrator],
  })
  disable(@Id() id: string, @Body(valid) entry: DisablementEntry, @By() act: Act) {
    return this.accounts.disable(id, entry, act);
  }

  @Post(':id/enablements')
  @Allow(accountRights.disable)
  @Enters(AccountView, {
    summary: 'Enable a disabled account (mở khóa)',
    problems: [problems.NotDisabled, problems.AllianceTakenBack],
  })
  enable(@Id() id: string, @Body(valid) entry: EnablementEntry, @By() act: Act) {
    return this.accounts.enable(id, entry, act);
  }

  @Post(':id/sign-outs')
  @Allow(accountRights.signOut)
  @Enters(AccountView, {
    summary: 'Sign an account out everywhere, as when a device is lost (buộc đăng xuất)',
    description:
      'Its sessions end on every server within a second. It keeps its ways in, and the keys that it made go on.',
  })
  signOut(@Id() id: string, @Body(valid) entry: SignOutEntry, @By() act: Act) {
    return this.accounts.signOut(id, entry, act);
  }

  @Post(':id/passwords')
  @Allow(accountRights.setPassword)
  @Enters(AccountWithLink, {
    summary: 'Set another password: it is signed out everywhere (đặt lại mật khẩu)',
    description:
      'Without `password` the account has none until its owner sets one by the link that he is sent; where no mail is sent, the link is shown in this answer only. With one, `Idempotency-Key` is refused. A disabled account is enabled first.',
    problems: [problems.OwnWayIn, problems.AlreadyDisabled],
  })
  setPassword(@Id() id: string, @Body(valid) entry: PasswordEntry, @By() act: Act) {
    return this.accounts.setPassword(id, entry, act);
  }

  @Post(':id/second-factor-removals')
  @Allow(accountRights.removeSecondFactor)
  @Enters(AccountView, {
    summary: 'Remove the second factor of somebody who lost it: he is signed out everywhere',
    description: 'Make sure of who asks, as when the account was made: afterwards the password alone opens it.',
    problems: [NoSecondFactor, OwnSecondFactor],
  })
  removeSecondFactor(@Id() id: string, @Body(valid) entry: SecondFactorRemovalEntry, @By() act: Act) {
    return this.factors.removeOf(id, entry, act);
  }
}
