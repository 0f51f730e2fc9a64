import { Controller, Get, Module, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../platform/http/allow.js';
import { Lists, WantedOf } from '../../platform/http/describe.js';
import { UnknownRecord } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import type { Act } from '../../platform/rights/act.js';
import { rights } from '../../platform/rights/rights.js';
import { CodeListView, CodeView } from './code.view.js';

const codeRights = rights(CodeView, ['read'], (may) => [
  may('administrator', 'read').everywhere(),
  may('secretariat', 'read').everywhere(),
  may('auditor', 'read').everywhere(),
  may('member', 'read').everywhere(),
]);

@ApiTags('Codes')
@Controller('api/v1/codes')
class CodesController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow(codeRights.read)
  @Lists(CodeListView, { summary: 'The lists of codes' })
  lists(@WantedOf(CodeListView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(CodeListView, wanted, act);
  }

  @Get(':list')
  @Allow(codeRights.read)
  @ApiParam({ name: 'list', schema: { type: 'string', maxLength: 63 }, description: 'Name of the list', example: 'organization_kind' })
  @Lists(CodeView, { summary: 'The codes of a list, with Vietnamese and English labels', problems: [UnknownRecord] })
  codes(@Param('list') list: string, @WantedOf(CodeView) wanted: Wanted, @By() act: Act) {
    if (!/^[a-z][a-z0-9_]{0,62}$/.test(list)) throw UnknownRecord();
    return this.reader.page(CodeView, { ...wanted, fixed: { list } }, act);
  }
}

@Module({ controllers: [CodesController] })
export class CodesModule {}
