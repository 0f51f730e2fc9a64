import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { AwardView } from './award.view.js';
import { AwardCorrection, RevocationEntry } from './awards.entries.js';
import * as problems from './awards.problems.js';
import { awardRights } from './awards.rights.js';
import { AwardsService } from './awards.service.js';
import { AwardRevocationView } from './revocation.view.js';

@ApiTags('Awards')
@Controller('api/v1')
export class AwardsController {
  constructor(
    private readonly reader: Reader,
    private readonly awards: AwardsService,
    private readonly histories: History,
  ) {}

  @Get('awards')
  @Allow(awardRights.read)
  @Lists(AwardView, {
    summary: 'Which awards stood on a day, the newest first (khen thưởng)',
    description: 'With `ever=true` also those not yet decided, revoked or voided. `q` searches the recipients’ names.',
  })
  list(@WantedOf(AwardView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(AwardView, wanted, act);
  }

  @Get('awards/:id')
  @Allow(awardRights.read)
  @Shows(AwardView, { summary: 'One award as it stood on a day' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AwardView, id, wanted, act);
  }

  @Get('awards/:id/history')
  @Allow(awardRights.read)
  @Lists(HistoryView, { summary: 'What was written about an award, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(AwardView, id, wanted, act);
  }

  @Patch('awards/:id')
  @Allow(awardRights.correct)
  @Corrects(AwardView, {
    summary: 'Correct what was entered wrongly, the recipient included; both versions are kept',
    problems: [
      problems.AwardRecipientUnclear,
      problems.AwardAchievementUnclear,
      problems.AwardFormNotInForce,
      problems.AwardFormNotForRecipient,
    ],
  })
  correct(@Id() id: string, @Body(valid) correction: AwardCorrection, @By() act: Act) {
    return this.awards.correct(id, correction, act);
  }

  @Post('awards/:id/revocations')
  @Allow(awardRights.revoke)
  @Enters(AwardView, {
    summary:
      'Record that an award is taken away (hủy bỏ quyết định khen thưởng, khoản 2 Điều 93 Luật Thi đua, khen thưởng số 06/2022/QH15); it stays on record',
    problems: [problems.AwardRevoked, problems.RevokedBeforeAward],
  })
  revoke(@Id() id: string, @Body(valid) entry: RevocationEntry, @By() act: Act) {
    return this.awards.revoke(id, entry, act);
  }

  @Post('awards/:id/voidings')
  @Allow(awardRights.void)
  @Enters(AwardView, { summary: 'Take back an award entered by mistake; it stays in the history' })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.awards.void(id, entry, act);
  }

  @Get('award-revocations/:id')
  @Allow(awardRights.readRevocation)
  @Shows(AwardRevocationView, { summary: 'One revocation of an award' })
  revocation(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AwardRevocationView, id, wanted, act);
  }

  @Post('award-revocations/:id/voidings')
  @Allow(awardRights.revoke)
  @Enters(AwardRevocationView, { summary: 'Take back a revocation entered by mistake: the award stands as before' })
  voidRevocation(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.awards.voidRevocation(id, entry, act);
  }
}
