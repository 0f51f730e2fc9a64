import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../platform/http/allow.js';
import { Enters, Lists, WantedOf } from '../../platform/http/describe.js';
import { UnknownRecord } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { CodeListView, CodeView } from './code.view.js';
import * as problems from './codes.problems.js';
import { codeRights, ownCodeRights } from './codes.rights.js';
import { CodesService } from './codes.service.js';
import { OwnCodeEntry } from './own-code.entity.js';
import { OwnCodeView } from './own-code.view.js';

const OfList = () =>
  ApiParam({
    name: 'list',
    description: 'Name of the list',
    schema: { type: 'string', maxLength: 63, example: 'membership_category' },
  });

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
  @OfList()
  @Lists(CodeView, {
    summary: 'The codes of one list with their Vietnamese and English labels, as of a day',
    problems: [UnknownRecord],
  })
  codesOf(@Param('list') list: string, @WantedOf(CodeView) wanted: Wanted, @By() act: Act) {
    return this.codes.of(list, wanted, act);
  }

  @Post(':list')
  @Allow(ownCodeRights.add)
  @OfList()
  @Enters(OwnCodeView, {
    summary: 'Add a code to an open list; it can be used at once, and is corrected at `/own-codes/{id}` (thêm mã)',
    problems: [UnknownRecord, ...Object.values(problems)],
  })
  add(@Param('list') list: string, @Body(valid) entry: OwnCodeEntry, @By() act: Act) {
    return this.codes.add(list, entry, act);
  }
}
