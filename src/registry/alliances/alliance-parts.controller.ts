import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Shows } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { NameDayTaken } from '../documents/documents.problems.js';
import { AllianceNameCorrection, BodyCorrection, TermCorrection } from './alliance.entity.js';
import { AllianceBodyView, AllianceNameView, AllianceTermView } from './alliance-parts.view.js';
import * as problems from './alliances.problems.js';
import { allianceRights } from './alliances.rights.js';
import { AlliancesService } from './alliances.service.js';
import { BodiesService } from './bodies.service.js';
import { TermsService } from './terms.service.js';

/** Names, terms and bodies by themselves: to correct one, or to take it back. */
@ApiTags('Alliances')
@Controller('api/v1')
export class AlliancePartsController {
  constructor(
    private readonly reader: Reader,
    private readonly alliances: AlliancesService,
    private readonly terms: TermsService,
    private readonly bodies: BodiesService,
  ) {}

  @Get('alliance-names/:id')
  @Allow(allianceRights.read)
  @Shows(AllianceNameView, { summary: 'One name of an alliance' })
  name(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AllianceNameView, id, wanted, act);
  }

  @Patch('alliance-names/:id')
  @Allow(allianceRights.correct)
  @Corrects(AllianceNameView, {
    summary: 'Correct a name, or its first day',
    problems: [NameDayTaken, problems.OnlyNameOfAlliance],
  })
  correctName(@Id() id: string, @Body(valid) correction: AllianceNameCorrection, @By() act: Act) {
    return this.alliances.correctName(id, correction, act);
  }

  @Post('alliance-names/:id/voidings')
  @Allow(allianceRights.void)
  @Enters(AllianceNameView, { summary: 'Take back a name entered by mistake', problems: [problems.OnlyNameOfAlliance] })
  voidName(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.alliances.voidName(id, entry, act);
  }

  @Get('alliance-terms/:id')
  @Allow(allianceRights.read)
  @Shows(AllianceTermView, { summary: 'One term of office with its bodies' })
  term(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AllianceTermView, id, wanted, act);
  }

  @Patch('alliance-terms/:id')
  @Allow(allianceRights.correct)
  @Corrects(AllianceTermView, {
    summary: 'Correct a term of office, or say when it ended',
    problems: [problems.TermsOverlap, problems.TermEndsTooEarly],
  })
  correctTerm(@Id() id: string, @Body(valid) correction: TermCorrection, @By() act: Act) {
    return this.terms.correct(id, correction, act);
  }

  @Post('alliance-terms/:id/voidings')
  @Allow(allianceRights.void)
  @Enters(AllianceTermView, {
    summary: 'Take back a term entered by mistake, with its bodies',
    problems: [StillUsed],
  })
  voidTerm(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.terms.void(id, entry, act);
  }

  @Get('alliance-bodies/:id')
  @Allow(allianceRights.read)
  @Shows(AllianceBodyView, { summary: 'One body of an alliance in a term' })
  body(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(AllianceBodyView, id, wanted, act);
  }

  @Patch('alliance-bodies/:id')
  @Allow(allianceRights.correct)
  @Corrects(AllianceBodyView, { summary: 'Correct the number of seats' })
  correctBody(@Id() id: string, @Body(valid) correction: BodyCorrection, @By() act: Act) {
    return this.bodies.correct(id, correction, act);
  }

  @Post('alliance-bodies/:id/voidings')
  @Allow(allianceRights.void)
  @Enters(AllianceBodyView, { summary: 'Take back a body entered by mistake' })
  voidBody(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.bodies.void(id, entry, act);
  }
}
