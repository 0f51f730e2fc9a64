import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Reports } from '../platform/reading/report.js';
import type { Act } from '../platform/rights/act.js';
import { FIRST_DAY, LAST_DAY } from '../platform/time/day.js';
import { delegatesBehind, delegationsReport, type DelegationsRow } from './delegations.report.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class DelegationsReportController {
  constructor(private readonly reports: Reports) {}

  @Get('delegations')
  @Allow(reportRights.read)
  @Computes(delegationsReport, {
    summary: 'Delegations to congresses: seats allotted, named, vacant, substituted, left empty',
    description: 'A line for each delegation and kind of seat; each links to the delegates that it counts.',
  })
  @Days({
    asOf: {
      says: 'The day by which delegates are named; today by default. Which congresses, `from` and `to` say',
      example: '2020-11-27',
    },
    from: { says: 'Congresses that start on this day or later; from the beginning by default' },
    to: { says: 'Congresses that start on this day or before; without an end by default' },
  })
  async delegations(@AskedFor() asked: Asked, @By() act: Act) {
    const wanted = asked.wanted();
    const from = asked.query.day('from') ?? FIRST_DAY;
    const period = { from, to: asked.query.lastDay('to', from, LAST_DAY) };
    asked.finish('from', 'to');
    const { allianceId } = asked;
    const lines = await this.reports.rows<DelegationsRow>(delegationsReport, period, wanted, asked.within(act));
    const rows = lines.map((line) => ({ ...line, ...delegatesBehind(line, wanted) }));
    const { asOf, knownAt } = wanted;
    return this.reports.write(delegationsReport, rows, { allianceId, asOf, ...period, knownAt }, asked.file, act);
  }
}
