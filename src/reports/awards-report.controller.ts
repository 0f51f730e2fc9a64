import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Reports } from '../platform/reading/report.js';
import type { Act } from '../platform/rights/act.js';
import { awardsBehind, awardsReport, awardsReportOfRows, type AwardsCell } from './awards.report.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class AwardsReportController {
  constructor(private readonly reports: Reports) {}

  @Get('awards')
  @Allow(reportRights.read)
  @Computes(awardsReport, {
    summary: 'Awards that stood on a day, by issuing body, form, kind of recipient and year',
    description: 'Each row links to the list behind its number, which has exactly so many awards.',
  })
  @Days({ asOf: { says: 'The day; today by default', example: '2020-11-27' } })
  async awards(@AskedFor() asked: Asked, @By() act: Act) {
    const wanted = asked.wanted();
    asked.finish();
    const { allianceId } = asked;
    const report = wanted.knownAt === null ? awardsReport : awardsReportOfRows;
    const cells = await this.reports.rows<AwardsCell>(report, {}, wanted, asked.within(act));
    const rows = cells.map((cell) => ({ ...cell, rows: awardsBehind(cell, allianceId, wanted) }));
    const { asOf, knownAt } = wanted;
    return this.reports.write(awardsReport, rows, { allianceId, asOf, knownAt }, asked.file, act);
  }
}
