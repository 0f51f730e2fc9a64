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
import * as problems from './people.problems.js';
import { EndingEntry, PositionCorrection, PositionEntry } from './position.entity.js';
import { PositionView } from './position.view.js';
import { positionRights } from './positions.rights.js';
import { PositionsService } from './positions.service.js';

@ApiTags('People')
@Controller('api/v1/positions')
export class PositionsController {
  constructor(
    private readonly reader: Reader,
    private readonly positions: PositionsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(positionRights.read)
  @Lists(PositionView, {
    summary: 'Who holds which position in which organisation on a day',
    description:
      'With `ever=true` also those not yet begun, ended or voided. `manager=true` gives the managers (cán bộ quản lý).',
  })
  list(@WantedOf(PositionView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(PositionView, wanted, act);
  }

  @Get(':id')
  @Allow(positionRights.read)
  @Shows(PositionView, { summary: 'One position of one person' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(PositionView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(positionRights.read)
  @Lists(HistoryView, { summary: 'What was written about a position, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(PositionView, id, wanted, act);
  }

  @Post()
  @Allow(positionRights.record)
  @Enters(PositionView, {
    summary: 'Record that a person takes a position (giữ chức vụ)',
    problems: [problems.PositionOverlaps, problems.BeforePosition, problems.PersonErased],
  })
  record(@Body(valid) entry: PositionEntry, @By() act: Act) {
    return this.positions.record(entry, act);
  }

  @Patch(':id')
  @Allow(positionRights.correct)
  @Corrects(PositionView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [problems.PositionOverlaps, problems.BeforePosition, problems.PersonErased],
  })
  correct(@Id() id: string, @Body(valid) correction: PositionCorrection, @By() act: Act) {
    return this.positions.correct(id, correction, act);
  }

  @Post(':id/endings')
  @Allow(positionRights.end)
  @Enters(PositionView, {
    summary: 'Record that the person leaves the position (thôi giữ chức vụ)',
    problems: [problems.PositionEnded, problems.BeforePosition],
  })
  end(@Id() id: string, @Body(valid) entry: EndingEntry, @By() act: Act) {
    return this.positions.end(id, entry, act);
  }

  @Post(':id/voidings')
  @Allow(positionRights.void)
  @Enters(PositionView, { summary: 'Take back a position entered by mistake; it stays in the history' })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.positions.void(id, entry, act);
  }
}
