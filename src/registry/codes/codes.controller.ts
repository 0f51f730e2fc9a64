import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../platform/http/allow.js';
import { Lists, WantedOf } from '../../platform/http/describe.js';
import { UnknownRecord } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import type { Act } from '../../platform/rights/act.js';
import { CodeListView, CodeView } from './code.view.js';
import { codeRights } from './codes.rights.js';
import { CodesService } from './codes.service.js';

@ApiTags('Codes')
@Controller('api/v1/codes')
export class CodesController {
  constructor(
    private readonly reader: Reader,
    private readonly codes: CodesService,
  ) {}

  @Get()
  @Allow(codeRights.read)
  @Lists(CodeListView, { summary: 'All lists of codes (danh mục)' })
  lists(@WantedOf(CodeListView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(CodeListView, wanted, act);
  }

  @Get(':list')
  @Allow(codeRights.read)
  @ApiParam({
    name: 'list',
    description: 'Name of the list',
    example: 'organization_kind',
    schema: { type: 'string', maxLength: 63 },
  })
  @Lists(CodeView, {
    summary: 'The codes of one list with their Vietnamese and English labels, as of a day',
    problems: [UnknownRecord],
  })
  codesOf(@Param('list') list: string, @WantedOf(CodeView) wanted: Wanted, @By() act: Act) {
    return this.codes.of(list, wanted, act);
  }
}
