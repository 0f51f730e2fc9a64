import { Controller, Get } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import type { Act } from '../platform/rights/act.js';
import { figuresInWords } from './figures.js';
import { Reconciliation, reconciliationReport } from './reconciliation.report.js';
import { Computes, Days } from './report-described.js';
import { AskedFor, type Asked } from './report-request.js';
import { reportRights } from './reports.rights.js';

@ApiTags('Reports')
@Controller('api/v1/reports')
export class ReconciliationReportController {
  constructor(private readonly reconciliation: Reconciliation) {}

  @Get('reconciliation')
  @Allow(reportRights.read)
  @Computes(reconciliationReport, {
    summary: 'What a document published beside what the rows say',
    description: `Each row links to the list behind its number, which has exactly \`rowCount\` rows. Figures that rows answer, each of the alliance that keeps the document; any other is \`not_recorded\`:\n\n${figuresInWords}`,
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
  reconcile(@AskedFor() asked: Asked, @By() act: Act) {
    const documentCode = asked.query.required('documentCode');
    const wanted = asked.wanted();
    asked.finish('documentCode');
    return this.reconciliation.of(
      { documentCode, allianceId: asked.allianceId },
      wanted,
      asked.file,
      asked.within(act),
    );
  }
}
