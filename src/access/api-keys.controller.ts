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
import { AllianceTakenBack, AlreadyRevoked, KeyBeyondMaker } from './access.problems.js';
import { apiKeyRights } from './access.rights.js';
import { ApiKeyEntry, KeyRevocationEntry } from './api-key.entity.js';
import { ApiKeyView, NewApiKey } from './api-key.view.js';
import { ApiKeysService } from './api-keys.service.js';
import { NotAnAccount } from './sign-in.problems.js';

@ApiTags('Accounts and keys')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly reader: Reader,
    private readonly keys: ApiKeysService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(apiKeyRights.read)
  @Lists(ApiKeyView, { summary: 'Keys with which machines ask' })
  list(@WantedOf(ApiKeyView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(ApiKeyView, wanted, act);
  }

  @Get(':id')
  @Allow(apiKeyRights.read)
  @Shows(ApiKeyView, { summary: 'One key; never its secret' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(ApiKeyView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(apiKeyRights.read)
  @Lists(HistoryView, { summary: 'What was written about a key, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(ApiKeyView, id, wanted, act);
  }

  @Post()
  @Allow(apiKeyRights.record)
  @Enters(NewApiKey, {
    summary: 'Make a key',
    description:
      'Send it as `X-Api-Key`. It is shown in this answer only. The secretariat makes keys for its own alliance, administrators keys of auditors; a key ends with the account that made it.',
    problems: [AllianceTakenBack, KeyBeyondMaker, NotAnAccount],
  })
  add(@Body(valid) entry: ApiKeyEntry, @By() act: Act) {
    return this.keys.add(entry, act);
  }

  @Post(':id/revocations')
  @Allow(apiKeyRights.revoke)
  @Enters(ApiKeyView, {
    summary: 'Revoke a key: it opens nothing any more (thu hồi)',
    problems: [AlreadyRevoked, NotAnAccount],
  })
  revoke(@Id() id: string, @Body(valid) entry: KeyRevocationEntry, @By() act: Act) {
    return this.keys.revoke(id, entry, act);
  }
}
