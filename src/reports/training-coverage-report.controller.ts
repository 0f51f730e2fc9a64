import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Reports } from '../platform/reading/report.js';
import type { Act } from '../platform/rights/act.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';
import { trainingCoverageReport, withShare, type Counted } from './training-coverage.report.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class TrainingCoverageReportController {
  constructor(private readonly reports: Reports) {}

  @Get('training-coverage')
  @Allow(reportRights.read)
  @Computes(trainingCoverageReport, {
    summary: 'How many managers in office on a day were trained in a period (tỷ lệ cán bộ quản lý được đào tạo)',
    description: 'Each number of people links to the list of just these people; `rows` to who is `missing`.',
  })
  @Days({
    asOf: { says: 'The day; today by default', example: '2021-12-31' },
    from: { says: 'First day on which a course may have ended; 1 January of that year by default' },
    to: { says: 'Last day on which a course may have ended; the day itself by default' },
  })
  async coverage(@AskedFor() asked: Asked, @By() act: Act) {
    const wanted = asked.wanted();
    const { asOf, knownAt } = wanted;
    const period = asked.period(asOf);
    asked.finish('from', 'to');
    const { allianceId } = asked;
    const counted = await this.reports.rows<Counted>(trainingCoverageReport, period, wanted, asked.within(act));
    const rows = counted.map((row) => withShare(row, allianceId, period, wanted));
    return this.reports.write(trainingCoverageReport, rows, { allianceId, asOf, ...period, knownAt }, asked.file, act);
  }
}
