import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../platform/audit/history.js';
import { HistoryView } from '../platform/audit/history.view.js';
import { Allow, By, Id } from '../platform/http/allow.js';
import { AsOf, Enters, Lists, Shows, WantedOf } from '../platform/http/describe.js';
import { Reader } from '../platform/reading/reader.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { valid } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { IdentityTaken, OwnWayIn } from './access.problems.js';
import { identityRights, refusedIdentityRights } from './access.rights.js';
import { IdentitiesService } from './identities.service.js';
import { IdentityEntry, IdentityVoidingEntry } from './identity.entity.js';
import { IdentityView, RefusedIdentityView } from './identity.view.js';

@ApiTags('Accounts and keys')
@Controller('api/v1')
export class IdentitiesController {
  constructor(
    private readonly reader: Reader,
    private readonly identities: IdentitiesService,
    private readonly histories: History,
  ) {}

  @Get('identities')
  @Allow(identityRights.read)
  @Lists(IdentityView, { summary: 'Identities at a provider of single sign-on, and whose they are' })
  list(@WantedOf(IdentityView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(IdentityView, wanted, act);
  }

  @Get('identities/:id')
  @Allow(identityRights.read)
  @Shows(IdentityView, { summary: 'One identity' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(IdentityView, id, wanted, act);
  }

  @Get('identities/:id/history')
  @Allow(identityRights.read)
  @Lists(HistoryView, { summary: 'What was written about an identity, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(IdentityView, id, wanted, act);
  }

  @Post('accounts/:id/identities')
  @Allow(identityRights.link)
  @Enters(IdentityView, {
    summary: 'Link an account to an identity: whoever the provider vouches for as such signs in as it (liên kết)',
    description: 'A stranger’s first attempt is found at `/refused-identities`.',
    problems: [IdentityTaken, OwnWayIn],
  })
  link(@Id() id: string, @Body(valid) entry: IdentityEntry, @By() act: Act) {
    return this.identities.link(id, entry, act);
  }

  @Post('identities/:id/voidings')
  @Allow(identityRights.void)
  @Enters(IdentityView, {
    summary: 'Take an identity away: it signs nobody in any more, and its account is signed out',
  })
  void(@Id() id: string, @Body(valid) entry: IdentityVoidingEntry, @By() act: Act) {
    return this.identities.void(id, entry, act);
  }

  @Get('refused-identities')
  @Allow(refusedIdentityRights.read)
  @Lists(RefusedIdentityView, { summary: 'Whom a provider vouched for in the last thirty days, and no account has' })
  refused(@WantedOf(RefusedIdentityView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(RefusedIdentityView, wanted, act);
  }
}
