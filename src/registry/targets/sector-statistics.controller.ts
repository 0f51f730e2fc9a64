import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { RevisionEntry, StatisticEntry } from './sector-statistic.entity.js';
import { SectorStatisticView } from './sector-statistic.view.js';
import { SectorStatisticsService } from './sector-statistics.service.js';
import * as problems from './sector-statistics.problems.js';
import { statisticRights } from './targets.rights.js';

@ApiTags('Targets')
@Controller('api/v1/sector-statistics')
export class SectorStatisticsController {
  constructor(
    private readonly reader: Reader,
    private readonly statistics: SectorStatisticsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(statisticRights.read)
  @Lists(SectorStatisticView, {
    summary: 'Published numbers about the sector: of each figure the one in force on a day (số liệu thống kê ngành)',
    description: 'With `ever=true` the whole ledger: earlier days, revised and voided entries too.',
  })
  list(@WantedOf(SectorStatisticView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(SectorStatisticView, wanted, act);
  }

  @Get(':id')
  @Allow(statisticRights.read)
  @Shows(SectorStatisticView, { summary: 'One entry of the ledger' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(SectorStatisticView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(statisticRights.read)
  @Lists(HistoryView, { summary: 'What was written about an entry, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(SectorStatisticView, id, wanted, act);
  }

  @Post()
  @Allow(statisticRights.record)
  @Enters(SectorStatisticView, {
    summary: 'Enter a published number (ghi số liệu)',
    problems: [problems.StatisticRecorded, problems.StatisticRangeUnfit],
  })
  record(@Body(valid) entry: StatisticEntry, @By() act: Act) {
    return this.statistics.record(entry, act);
  }

  @Post(':id/revisions')
  @Allow(statisticRights.revise)
  @Enters(SectorStatisticView, {
    summary: 'Revise an entry: another number for the same figure and day (điều chỉnh); both stay',
    problems: [problems.StatisticRevised, problems.StatisticRangeUnfit],
  })
  revise(@Id() id: string, @Body(valid) entry: RevisionEntry, @By() act: Act) {
    return this.statistics.revise(id, entry, act);
  }

  @Post(':id/voidings')
  @Allow(statisticRights.void)
  @Enters(SectorStatisticView, {
    summary: 'Take back an entry entered by mistake; it stays in the history',
    problems: [problems.StatisticRevised],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.statistics.void(id, entry, act);
  }
}
