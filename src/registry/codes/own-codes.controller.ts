import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { CodeEndsTooEarly } from './codes.problems.js';
import { ownCodeRights } from './codes.rights.js';
import { CodesService } from './codes.service.js';
import { OwnCodeCorrection } from './own-code.entity.js';
import { OwnCodeView } from './own-code.view.js';

@ApiTags('Codes')
@Controller('api/v1/own-codes')
export class OwnCodesController {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodesService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(ownCodeRights.read)
  @Lists(OwnCodeView, { summary: 'The codes that the alliance added itself (mã tự thêm)' })
  list(@WantedOf(OwnCodeView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(OwnCodeView, wanted, act);
  }

  @Get(':id')
  @Allow(ownCodeRights.read)
  @Shows(OwnCodeView, { summary: "One of the alliance's own codes" })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(OwnCodeView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(ownCodeRights.read)
  @Lists(HistoryView, { summary: "What was written about one of the alliance's own codes, by whom and why" })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(OwnCodeView, id, wanted, act);
  }

  @Patch(':id')
  @Allow(ownCodeRights.correct)
  @Corrects(OwnCodeView, {
    summary:
      'Correct the labels or the place of an own code, or say from when it is no longer used; both versions are kept',
    problems: [CodeEndsTooEarly],
  })
  correct(@Id() id: string, @Body(valid) correction: OwnCodeCorrection, @By() act: Act) {
    return this.codes.correct(id, correction, act);
  }
}
