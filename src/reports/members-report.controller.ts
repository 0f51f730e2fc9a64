import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Reports } from '../platform/reading/report.js';
import type { Act } from '../platform/rights/act.js';
import { membersBehind, type MembersRow } from './members-behind.js';
import { membersReport } from './members.report.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class MembersReportController {
  constructor(private readonly reports: Reports) {}

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
    const period = asked.period(asOf);
    asked.finish('from', 'to');
    const { allianceId } = asked;
    const counted = await this.reports.rows<MembersRow>(membersReport, period, wanted, asked.within(act));
    const rows = counted.map((row) => ({ ...row, ...membersBehind(row, period, allianceId, wanted) }));
    const members = counted.reduce((sum, row) => sum + row.members, 0);
    return this.reports.write(membersReport, rows, { allianceId, asOf, ...period, knownAt, members }, asked.file, act);
  }
}
