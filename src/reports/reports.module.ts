import { Module } from '@nestjs/common';
import { Reports } from '../platform/reading/report.js';
import { AwardsReportController } from './awards-report.controller.js';
import { DelegationsReportController } from './delegations-report.controller.js';
import { MembersReportController } from './members-report.controller.js';
import { ReconciliationReportController } from './reconciliation-report.controller.js';
import { Reconciliation } from './reconciliation.report.js';
import { RowsBehind } from './rows-behind.js';
import { TargetProgress } from './target-progress.js';
import { TargetsReportController } from './targets-report.controller.js';
import { TermSummaryController } from './term-summary.controller.js';
import { TermSummary } from './term-summary.js';
import { TrainingCoverageReportController } from './training-coverage-report.controller.js';

@Module({
  controllers: [
    MembersReportController,
    ReconciliationReportController,
    DelegationsReportController,
    AwardsReportController,
    TrainingCoverageReportController,
    TargetsReportController,
    TermSummaryController,
  ],
  providers: [Reports, RowsBehind, Reconciliation, TargetProgress, TermSummary],
})
export class ReportsModule {}
