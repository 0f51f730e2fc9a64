import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import type { Act } from '../platform/rights/act.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';
import { TermSummary } from './term-summary.js';
import { termSummaryReport } from './term-summary.report.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class TermSummaryController {
  constructor(private readonly summary: TermSummary) {}

  @Get('term-summary')
  @Allow(reportRights.read)
  @Computes(termSummaryReport, {
    summary: 'The balance of a term: members, foundings, delegates, awards, training, targets (tổng kết nhiệm kỳ)',
    description:
      'Counted from the first day of the term until the day, or until its last. `members.start` is the eve of the term, so that ' +
      'start + joined − left = now. Congresses count by their first day, awards by their decision (those that still stand), courses ' +
      'by their last day. Each row links to the list behind its number, which has exactly `rowCount` rows.',
  })
  @Days({ asOf: { says: 'The day; today by default', example: '2022-12-31' } })
  @ApiQuery({
    name: 'termId',
    required: false,
    description:
      'The term; by default the one of your alliance, or of `allianceId`, that began last by the day, and no rows before the first',
    schema: { type: 'string', format: 'uuid' },
  })
  ofTerm(@AskedFor() asked: Asked, @By() act: Act) {
    const wanted = asked.wanted();
    const termId = asked.query.id('termId');
    asked.finish('termId');
    return this.summary.of({ termId, allianceId: asked.allianceId }, wanted, asked.file, asked.within(act));
  }
}
