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
import { TargetCorrection, TargetEntry } from './target.entity.js';
import { TargetView } from './target.view.js';
import * as problems from './targets.problems.js';
import { targetRights } from './targets.rights.js';
import { TargetsService } from './targets.service.js';

const unfit = [
  problems.TargetCodeTaken,
  problems.TargetBoundsUnfit,
  problems.TargetNeedsPopulation,
  problems.TargetSourceUnfit,
  problems.TargetFigureUnfit,
];

@ApiTags('Targets')
@Controller('api/v1/targets')
export class TargetsController {
  constructor(
    private readonly reader: Reader,
    private readonly targets: TargetsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(targetRights.read)
  @Lists(TargetView, { summary: 'The targets of the terms in force on a day (chỉ tiêu nhiệm kỳ)' })
  list(@WantedOf(TargetView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(TargetView, wanted, act);
  }

  @Get(':id')
  @Allow(targetRights.read)
  @Shows(TargetView, { summary: 'One target' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(TargetView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(targetRights.read)
  @Lists(HistoryView, { summary: 'What was written about a target, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(TargetView, id, wanted, act);
  }

  @Post()
  @Allow(targetRights.record)
  @Enters(TargetView, {
    summary: 'Set a target for a term (đặt chỉ tiêu)',
    problems: unfit,
  })
  record(@Body(valid) entry: TargetEntry, @By() act: Act) {
    return this.targets.record(entry, act);
  }

  @Patch(':id')
  @Allow(targetRights.correct)
  @Corrects(TargetView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: unfit,
  })
  correct(@Id() id: string, @Body(valid) correction: TargetCorrection, @By() act: Act) {
    return this.targets.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(targetRights.void)
  @Enters(TargetView, {
    summary: 'Take back a target entered by mistake; it stays in the history',
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.targets.void(id, entry, act);
  }
}
