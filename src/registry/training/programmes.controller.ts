import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { ProgrammeCorrection, ProgrammeEntry } from './programme.entity.js';
import { TrainingProgrammeView } from './programme.view.js';
import { ProgrammesService } from './programmes.service.js';
import * as problems from './training.problems.js';
import { programmeRights } from './training.rights.js';

@ApiTags('Training')
@Controller('api/v1/training-programmes')
export class ProgrammesController {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammesService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(programmeRights.read)
  @Lists(TrainingProgrammeView, { summary: 'The programmes of training in force on a day' })
  list(@WantedOf(TrainingProgrammeView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(TrainingProgrammeView, wanted, act);
  }

  @Get(':id')
  @Allow(programmeRights.read)
  @Shows(TrainingProgrammeView, { summary: 'One programme' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(TrainingProgrammeView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(programmeRights.read)
  @Lists(HistoryView, { summary: 'What was written about a programme, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(TrainingProgrammeView, id, wanted, act);
  }

  @Post()
  @Allow(programmeRights.record)
  @Enters(TrainingProgrammeView, {
    summary: 'Enter a programme of training (chương trình đào tạo)',
    problems: [problems.ProgrammeEndsTooEarly],
  })
  record(@Body(valid) entry: ProgrammeEntry, @By() act: Act) {
    return this.programmes.record(entry, act);
  }

  @Patch(':id')
  @Allow(programmeRights.correct)
  @Corrects(TrainingProgrammeView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [problems.ProgrammeEndsTooEarly],
  })
  correct(@Id() id: string, @Body(valid) correction: ProgrammeCorrection, @By() act: Act) {
    return this.programmes.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(programmeRights.void)
  @Enters(TrainingProgrammeView, {
    summary: 'Take back a programme entered by mistake; it stays in the history',
    problems: [StillUsed],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.programmes.void(id, entry, act);
  }
}
