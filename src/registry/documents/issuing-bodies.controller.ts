import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { IssuingBodyCorrection, IssuingBodyEntry, IssuingBodyNameEntry } from './document.entries.js';
import { BodyBelowItself, NameDayTaken } from './documents.problems.js';
import { issuingBodyRights } from './documents.rights.js';
import { IssuingBodiesService } from './issuing-bodies.service.js';
import { IssuingBodyView } from './issuing-body.view.js';

@ApiTags('Documents')
@Controller('api/v1/issuing-bodies')
export class IssuingBodiesController {
  constructor(
    private readonly reader: Reader,
    private readonly bodies: IssuingBodiesService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(issuingBodyRights.read)
  @Lists(IssuingBodyView, {
    summary: 'Who issues documents and awards',
    description: 'With `ever=true` also those voided.',
  })
  list(@WantedOf(IssuingBodyView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(IssuingBodyView, wanted, act);
  }

  @Get(':id')
  @Allow(issuingBodyRights.read)
  @Shows(IssuingBodyView, { summary: 'One issuing body with all its names' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(IssuingBodyView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(issuingBodyRights.read)
  @Lists(HistoryView, { summary: 'What was written about an issuing body, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(IssuingBodyView, id, wanted, act);
  }

  @Post()
  @Allow(issuingBodyRights.record)
  @Enters(IssuingBodyView, { summary: 'Enter an issuing body (cơ quan ban hành)' })
  record(@Body(valid) entry: IssuingBodyEntry, @By() act: Act) {
    return this.bodies.record(entry, act);
  }

  @Patch(':id')
  @Allow(issuingBodyRights.correct)
  @Corrects(IssuingBodyView, {
    summary: 'Correct the level of an issuing body, or the body above it; both versions are kept',
    problems: [BodyBelowItself],
  })
  correct(@Id() id: string, @Body(valid) correction: IssuingBodyCorrection, @By() act: Act) {
    return this.bodies.correct(id, correction, act);
  }

  @Post(':id/names')
  @Allow(issuingBodyRights.record)
  @Enters(IssuingBodyView, { summary: 'A new name from a day on (đổi tên)', problems: [NameDayTaken] })
  rename(@Id() id: string, @Body(valid) entry: IssuingBodyNameEntry, @By() act: Act) {
    return this.bodies.rename(id, entry, act);
  }

  @Post(':id/voidings')
  @Allow(issuingBodyRights.void)
  @Enters(IssuingBodyView, {
    summary: 'Take back an issuing body entered by mistake; it stays in the history',
    problems: [StillUsed],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.bodies.void(id, entry, act);
  }
}
