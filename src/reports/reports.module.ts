import { Controller, Get, Module } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Answers } from '../platform/http/describe.js';
import { UnknownRecord } from '../platform/problems/request.problems.js';
import { Reports } from '../platform/reading/report.js';
import type { Act } from '../platform/rights/act.js';
import { AwardsReportController } from './awards-report.controller.js';
import { DelegationsReportController } from './delegations-report.controller.js';
import { membersBehind, membersReport, type MembersRow } from './members.report.js';
import { Reconciliation, reconciliationReport } from './reconciliation.report.js';
import { AskedFor, Computes, Days, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';
import { RowsBehind } from './rows-behind.js';
import { TargetProgress } from './targets.report.js';
import { TargetsReportController } from './targets-report.controller.js';
import { TermSummaryController } from './term-summary.controller.js';
import { TermSummary } from './term-summary.report.js';
import { TrainingCoverageReportController } from './training-coverage-report.controller.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly reconciliation: Reconciliation,
  ) {}

  @Get('members')
  @Allow(reportRights.read)
  @Computes(membersReport, { summary: 'Members by kind, sector and place on a day; joined and left in a period' })
  @Days({
    asOf: { says: 'The day; today by default', example: '2020-11-27' },
    from: { says: 'First day of the period; 1 January of that year by default' },
    to: { says: 'Last day of the period; the day itself by default' },
  })
  async members(@AskedFor() asked: Asked, @By() act: Act) {
    const wanted = asked.wanted();
    const { asOf, knownAt } = wanted;
    const from = asked.query.day('from') ?? `${asOf.slice(0, 4)}-01-01`;
    const period = { from, to: asked.query.lastDay('to', from, asOf) };
    asked.finish('from', 'to');
    const counted = await this.reports.rows<MembersRow>(membersReport, period, wanted, act);
    const rows = counted.map((row) => ({ ...row, ...membersBehind(row, period, wanted) }));
    return this.reports.write(membersReport, rows, { asOf, ...period, knownAt }, asked.file, act);
  }

  @Get('reconciliation')
  @Allow(reportRights.read)
  @Computes(reconciliationReport, {
    summary: 'What a document published beside what the rows say',
    description: 'Each row links to the list behind its number, which has exactly `rowCount` rows.',
  })
  @ApiQuery({
    name: 'documentCode',
    required: true,
    description: 'Code of the document',
    schema: { type: 'string', maxLength: 60, example: 'ARTICLE-2020-12-21' },
  })
  @Days({
    asOf: {
      says: 'Ask the rows as of this day instead of the day that each figure speaks of; what it counts stays, its congress and its years',
    },
  })
  @Answers(UnknownRecord)
  reconcile(@AskedFor() asked: Asked, @By() act: Act) {
    const documentCode = asked.query.required('documentCode');
    const wanted = asked.wanted();
    asked.finish('documentCode');
    return this.reconciliation.of(documentCode, wanted, asked.file, act);
  }
}

@Module({
  controllers: [
    ReportsController,
    DelegationsReportController,
    AwardsReportController,
    TrainingCoverageReportController,
    TargetsReportController,
    TermSummaryController,
  ],
  providers: [Reports, RowsBehind, Reconciliation, TargetProgress, TermSummary],
})
export class ReportsModule {}
