import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { AwardDecisionsService } from './award-decisions.service.js';
import { AwardDecisionHistoryView } from './award-decision-history.view.js';
import { AwardDecisionView, AwardDecisionWithAwards } from './award-decision.view.js';
import { AwardDecisionCorrection, AwardDecisionEntry, AwardsEntry } from './awards.entries.js';
import * as problems from './awards.problems.js';
import { awardDecisionRights } from './awards.rights.js';

@ApiTags('Awards')
@Controller('api/v1/award-decisions')
export class AwardDecisionsController {
  constructor(
    private readonly reader: Reader,
    private readonly decisions: AwardDecisionsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(awardDecisionRights.read)
  @Lists(AwardDecisionView, {
    summary: 'The decisions that award, the newest first (quyết định khen thưởng)',
    description: 'With `ever=true` also those decided later, or voided.',
  })
  list(@WantedOf(AwardDecisionView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(AwardDecisionView, wanted, act);
  }

  @Get(':id')
  @Allow(awardDecisionRights.read)
  @Shows(AwardDecisionWithAwards, { summary: 'One decision with what it awards' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AwardDecisionWithAwards, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(awardDecisionRights.read)
  @Lists(AwardDecisionHistoryView, { summary: 'What was written about a decision and its awards, by whom and why' })
  history(@Id() id: string, @WantedOf(AwardDecisionHistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(AwardDecisionView, id, wanted, act, AwardDecisionHistoryView);
  }

  @Post()
  @Allow(awardDecisionRights.record, { bulk: true })
  @Enters(AwardDecisionWithAwards, {
    summary: 'Enter a decision with up to 500 awards, all or nothing',
    description: 'Each refusal stands at its pointer, `/awards/3/personId`.',
    problems: [problems.AwardDecisionNumberTaken, ...problems.awardingProblems],
  })
  record(@Body(valid) entry: AwardDecisionEntry, @By() act: Act) {
    return this.decisions.record(entry, act);
  }

  @Post(':id/awards')
  @Allow(awardDecisionRights.record, { bulk: true })
  @Enters(AwardDecisionWithAwards, {
    summary: 'Enter further awards of a decision, up to 500, all or nothing',
    problems: problems.awardingProblems,
  })
  add(@Id() id: string, @Body(valid) entry: AwardsEntry, @By() act: Act) {
    return this.decisions.add(id, entry, act);
  }

  @Patch(':id')
  @Allow(awardDecisionRights.correct)
  @Corrects(AwardDecisionWithAwards, {
    summary: 'Correct what was entered wrongly of a decision; both versions are kept',
    problems: [
      problems.AwardDecisionNumberTaken,
      problems.AwardFormNotInForce,
      problems.AwardFormNotForRecipient,
      problems.RevokedBeforeAward,
    ],
  })
  correct(@Id() id: string, @Body(valid) correction: AwardDecisionCorrection, @By() act: Act) {
    return this.decisions.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(awardDecisionRights.void)
  @Enters(AwardDecisionWithAwards, {
    summary: 'Take back a decision entered by mistake, and its awards with it; they stay in the history',
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.decisions.void(id, entry, act);
  }
}
