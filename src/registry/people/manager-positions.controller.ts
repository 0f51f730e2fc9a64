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
import { ManagerPositionCorrection, ManagerPositionEntry } from './manager-position.entity.js';
import { ManagerPositionView } from './manager-position.view.js';
import * as problems from './manager-positions.problems.js';
import { ManagerPositionsService } from './manager-positions.service.js';
import { managerPositionRights } from './positions.rights.js';

@ApiTags('People')
@Controller('api/v1/manager-positions')
export class ManagerPositionsController {
  constructor(
    private readonly reader: Reader,
    private readonly counted: ManagerPositionsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(managerPositionRights.read)
  @Lists(ManagerPositionView, {
    summary: 'Which positions count as managers’ on a day (chức vụ tính là cán bộ quản lý)',
    description: 'With `ever=true` also what is not yet, or no longer, in force, or voided.',
  })
  list(@WantedOf(ManagerPositionView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(ManagerPositionView, wanted, act);
  }

  @Get(':id')
  @Allow(managerPositionRights.read)
  @Shows(ManagerPositionView, { summary: 'One position that counts as a manager’s' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(ManagerPositionView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(managerPositionRights.read)
  @Lists(HistoryView, { summary: 'What was written about a position that counts as a manager’s, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(ManagerPositionView, id, wanted, act);
  }

  @Post()
  @Allow(managerPositionRights.record)
  @Enters(ManagerPositionView, {
    summary: 'Count another position as a manager’s, from a day on',
    problems: [problems.ManagerPositionCounts, problems.ManagerPositionPeriod],
  })
  record(@Body(valid) entry: ManagerPositionEntry, @By() act: Act) {
    return this.counted.record(entry, act);
  }

  @Patch(':id')
  @Allow(managerPositionRights.correct)
  @Corrects(ManagerPositionView, {
    summary: 'Say until when a position of one’s own counts, or correct since when; both versions are kept',
    problems: Object.values(problems),
  })
  correct(@Id() id: string, @Body(valid) correction: ManagerPositionCorrection, @By() act: Act) {
    return this.counted.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(managerPositionRights.void)
  @Enters(ManagerPositionView, {
    summary: 'Take back one of one’s own entered by mistake; it stays in the history',
    problems: [problems.ManagerPositionOfAll],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.counted.void(id, entry, act);
  }
}
