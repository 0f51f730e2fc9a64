import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import type { Act } from '../platform/rights/act.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';
import { TargetProgress } from './target-progress.js';
import { targetsReport } from './targets.report.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class TargetsReportController {
  constructor(private readonly progress: TargetProgress) {}

  @Get('targets')
  @Allow(reportRights.read)
  @Computes(targetsReport, {
    summary: 'How the targets of the term stand, year by year and altogether (chỉ tiêu nhiệm kỳ)',
    description:
      'A calendar year belongs to the term in which its 1 July lies. A range is judged over the term; a floor for each year, ' +
      'and altogether for the years begun; a percentage for each year and altogether. Each row links to the list behind its ' +
      'number, which has exactly `rowCount` rows. The registry does not record who supported a founding: all cooperatives founded count.',
  })
  @Days({ asOf: { says: 'The day; today by default', example: '2022-12-31' } })
  @ApiQuery({
    name: 'termId',
    required: false,
    description: 'The term; by default the one that began last by the day',
    schema: { type: 'string', format: 'uuid' },
  })
  targets(@AskedFor() asked: Asked, @By() act: Act) {
    const wanted = asked.wanted();
    const termId = asked.query.id('termId');
    asked.finish('termId');
    return this.progress.of({ termId, allianceId: asked.allianceId }, wanted, asked.file, asked.within(act));
  }
}
