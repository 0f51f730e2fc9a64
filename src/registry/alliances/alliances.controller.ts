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
import { NameDayTaken } from '../documents/documents.problems.js';
import { AllianceCorrection, AllianceEntry, AllianceNameEntry, BodyEntry, TermEntry } from './alliance.entity.js';
import { AllianceView } from './alliance.view.js';
import * as problems from './alliances.problems.js';
import { allianceRights } from './alliances.rights.js';
import { AlliancesService } from './alliances.service.js';
import { BodiesService } from './bodies.service.js';
import { TermsService } from './terms.service.js';

@ApiTags('Alliances')
@Controller('api/v1/alliances')
export class AlliancesController {
  constructor(
    private readonly reader: Reader,
    private readonly alliances: AlliancesService,
    private readonly terms: TermsService,
    private readonly bodies: BodiesService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(allianceRights.read)
  @Lists(AllianceView, { summary: 'Your alliance and those below it, as they stood on a day' })
  list(@WantedOf(AllianceView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(AllianceView, wanted, act);
  }

  @Get(':id')
  @Allow(allianceRights.read)
  @Shows(AllianceView, { summary: 'One alliance as it stood on a day, with all its names, terms and bodies' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AllianceView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(allianceRights.read)
  @Lists(HistoryView, { summary: 'What was written about an alliance, its names, terms and bodies, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(AllianceView, id, wanted, act);
  }

  @Post()
  @Allow(allianceRights.found)
  @Enters(AllianceView, {
    summary: 'A new alliance below your own',
    problems: [problems.AllianceCodeTaken, problems.NationalStandsAlone],
  })
  found(@Body(valid) entry: AllianceEntry, @By() act: Act) {
    return this.alliances.found(entry, act);
  }

  @Patch(':id')
  @Allow(allianceRights.correct)
  @Corrects(AllianceView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [problems.AllianceCodeTaken, problems.KeepsTheRegistry],
  })
  correct(@Id() id: string, @Body(valid) correction: AllianceCorrection, @By() act: Act) {
    return this.alliances.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(allianceRights.found)
  @Enters(AllianceView, {
    summary: 'Take back an alliance entered by mistake, in which nothing is kept; it stays in the history',
    problems: [problems.KeepsTheRegistry, problems.AllianceKeepsRecords, StillUsed],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.alliances.void(id, entry, act);
  }

  @Post(':id/names')
  @Allow(allianceRights.record)
  @Enters(AllianceView, { summary: 'A new name from a day on (đổi tên)', problems: [NameDayTaken] })
  rename(@Id() id: string, @Body(valid) entry: AllianceNameEntry, @By() act: Act) {
    return this.alliances.rename(id, entry, act);
  }

  @Post(':id/terms')
  @Allow(allianceRights.record)
  @Enters(AllianceView, {
    summary: 'A term of office (nhiệm kỳ); terms of one alliance never overlap',
    problems: [problems.TermsOverlap, problems.TermEndsTooEarly],
  })
  beginTerm(@Id() id: string, @Body(valid) entry: TermEntry, @By() act: Act) {
    return this.terms.begin(id, entry, act);
  }

  @Post(':id/bodies')
  @Allow(allianceRights.record)
  @Enters(AllianceView, { summary: 'A body in one of its terms, with its seats', problems: [problems.BodyExists] })
  seatBody(@Id() id: string, @Body(valid) entry: BodyEntry, @By() act: Act) {
    return this.bodies.seat(id, entry, act);
  }
}
