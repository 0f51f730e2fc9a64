import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Reports } from '../platform/reading/report.js';
import { wantedAsOf } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { today } from '../platform/time/day.js';
import { awardsBehind, awardsReport, awardsReportOfRows, type AwardsCell } from './awards.report.js';
import { AskedFor, Computes, dayParameter, type Asked } from './report-request.js';
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
  @dayParameter('asOf', 'The day; today by default', '2020-11-27')
  async awards(@AskedFor() { query, csv }: Asked, @By() act: Act) {
    const wanted = wantedAsOf(query.day('asOf') ?? today(), { knownAt: query.instant('knownAt') });
    query.oneOf('format', ['json', 'csv']);
    query.finish(['asOf', 'knownAt', 'format']);
    const report = wanted.knownAt === null ? awardsReport : awardsReportOfRows;
    const cells = await this.reports.rows<AwardsCell>(report, {}, wanted, act);
    const rows = cells.map((cell) => ({ ...cell, rows: awardsBehind(cell, wanted) }));
    const { asOf, knownAt: known } = wanted;
    return this.reports.write(awardsReport, rows, { report: 'awards', asOf, knownAt: known }, csv);
  }
}
