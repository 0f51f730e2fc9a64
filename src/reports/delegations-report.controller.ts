import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Reports } from '../platform/reading/report.js';
import { wantedAsOf } from '../platform/reading/wanted.js';
import type { Act } from '../platform/rights/act.js';
import { today } from '../platform/time/day.js';
import { AskedFor, day, format, knownAt, reportRights, type Asked } from './asking.js';
import { delegatesBehind, delegationsReport, type DelegationsRow } from './delegations.report.js';
import { ReportAnswer } from './report-answer.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class DelegationsReportController {
  constructor(private readonly reports: Reports) {}

  @Get('delegations')
  @Allow(reportRights.read)
  @ApiOperation({
    summary: 'Delegations to congresses: seats allotted, named, vacant, substituted',
    description: 'A line for each delegation and kind of seat; each links to the delegates that it counts as named.',
  })
  @ApiQuery({
    name: 'asOf',
    required: false,
    description: 'The day; today by default',
    schema: day,
    example: '2020-11-27',
  })
  @ApiQuery({
    name: 'from',
    required: false,
    description: 'Congresses that start on this day or later; from the beginning by default',
    schema: day,
  })
  @ApiQuery({
    name: 'to',
    required: false,
    description: 'Congresses that start on this day or before; without an end by default',
    schema: day,
  })
  @knownAt
  @format
  @ApiProduces('application/json', 'text/csv')
  @ApiResponse({ status: 200, description: delegationsReport.says, content: ReportAnswer.of(delegationsReport) })
  async delegations(@AskedFor() { query, csv }: Asked, @By() act: Act) {
    const wanted = wantedAsOf(query.day('asOf') ?? today(), { knownAt: query.instant('knownAt') });
    const period = { from: query.day('from') ?? '1900-01-01', to: query.day('to') ?? '2100-12-31' };
    query.oneOf('format', ['json', 'csv']);
    query.finish(['asOf', 'from', 'to', 'knownAt', 'format']);
    const lines = await this.reports.rows<DelegationsRow>(delegationsReport, period, wanted, act);
    const rows = lines.map((line) => ({ ...line, rows: delegatesBehind(line, wanted) }));
    const { asOf, knownAt: known } = wanted;
    return this.reports.write(delegationsReport, rows, { report: 'delegations', asOf, ...period, knownAt: known }, csv);
  }
}
