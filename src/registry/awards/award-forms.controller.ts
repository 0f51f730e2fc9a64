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
import { AwardFormCorrection, AwardFormEntry } from './award-form.entity.js';
import { AwardFormView } from './award-form.view.js';
import * as problems from './award-forms.problems.js';
import { AwardFormsService } from './award-forms.service.js';
import { awardFormRights } from './awards.rights.js';

@ApiTags('Awards')
@Controller('api/v1/award-forms')
export class AwardFormsController {
  constructor(
    private readonly reader: Reader,
    private readonly forms: AwardFormsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(awardFormRights.read)
  @Lists(AwardFormView, {
    summary: 'What could be awarded on a day (danh hiệu, hình thức khen thưởng)',
    description: 'With `ever=true` also what is not yet, or no longer, in force, or voided.',
  })
  list(@WantedOf(AwardFormView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(AwardFormView, wanted, act);
  }

  @Get(':id')
  @Allow(awardFormRights.read)
  @Shows(AwardFormView, { summary: 'One title, form or honour of the catalogue' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AwardFormView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(awardFormRights.read)
  @Lists(HistoryView, { summary: 'What was written about a title, form or honour, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(AwardFormView, id, wanted, act);
  }

  @Post()
  @Allow(awardFormRights.record)
  @Enters(AwardFormView, {
    summary: "Add a title, form or honour of the alliance's own",
    problems: [problems.AwardFormCodeTaken, problems.AwardFormPeriod, problems.AwardFormForNobody],
  })
  record(@Body(valid) entry: AwardFormEntry, @By() act: Act) {
    return this.forms.record(entry, act);
  }

  @Patch(':id')
  @Allow(awardFormRights.correct)
  @Corrects(AwardFormView, {
    summary: "Correct one of the alliance's own; both versions are kept",
    problems: Object.values(problems),
  })
  correct(@Id() id: string, @Body(valid) correction: AwardFormCorrection, @By() act: Act) {
    return this.forms.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(awardFormRights.void)
  @Enters(AwardFormView, {
    summary: "Take back one of the alliance's own entered by mistake; it stays in the history",
    problems: [problems.AwardFormOfAll, problems.AwardFormInUse],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.forms.void(id, entry, act);
  }
}
