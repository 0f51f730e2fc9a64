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
import { SupportedModelCorrection, SupportedModelEntry } from './supported-model.entity.js';
import { SupportedModelView } from './supported-model.view.js';
import { SupportedModelsService } from './supported-models.service.js';
import * as problems from './supported-models.problems.js';
import { supportedModelRights } from './targets.rights.js';

@ApiTags('Targets')
@Controller('api/v1/supported-models')
export class SupportedModelsController {
  constructor(
    private readonly reader: Reader,
    private readonly models: SupportedModelsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(supportedModelRights.read)
  @Lists(SupportedModelView, { summary: 'The models on a day (mô hình chuỗi giá trị, công nghệ cao)' })
  list(@WantedOf(SupportedModelView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(SupportedModelView, wanted, act);
  }

  @Get(':id')
  @Allow(supportedModelRights.read)
  @Shows(SupportedModelView, { summary: 'One model' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(SupportedModelView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(supportedModelRights.read)
  @Lists(HistoryView, { summary: 'What was written about a model, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(SupportedModelView, id, wanted, act);
  }

  @Post()
  @Allow(supportedModelRights.record)
  @Enters(SupportedModelView, {
    summary: 'Record a model (ghi mô hình)',
    problems: [problems.ModelEndsTooEarly, problems.ModelRecorded],
  })
  record(@Body(valid) entry: SupportedModelEntry, @By() act: Act) {
    return this.models.record(entry, act);
  }

  @Patch(':id')
  @Allow(supportedModelRights.correct)
  @Corrects(SupportedModelView, {
    summary: 'Correct a model, or say when it ended; both versions are kept',
    problems: [problems.ModelEndsTooEarly, problems.ModelRecorded],
  })
  correct(@Id() id: string, @Body(valid) correction: SupportedModelCorrection, @By() act: Act) {
    return this.models.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(supportedModelRights.void)
  @Enters(SupportedModelView, {
    summary: 'Take back a model entered by mistake; it stays in the history',
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.models.void(id, entry, act);
  }
}
