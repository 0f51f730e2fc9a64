import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Shows } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { IssuingBodyNameCorrection } from './document.entries.js';
import { NameDayTaken, OnlyNameOfIssuingBody } from './documents.problems.js';
import { issuingBodyRights } from './documents.rights.js';
import { IssuingBodiesService } from './issuing-bodies.service.js';
import { IssuingBodyNameView } from './issuing-body.view.js';

/** Names of issuing bodies by themselves: to correct one, or to take it back. */
@ApiTags('Documents')
@Controller('api/v1/issuing-body-names')
export class IssuingBodyNamesController {
  constructor(
    private readonly reader: Reader,
    private readonly bodies: IssuingBodiesService,
  ) {}

  @Get(':id')
  @Allow(issuingBodyRights.read)
  @Shows(IssuingBodyNameView, { summary: 'One name of an issuing body' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(IssuingBodyNameView, id, wanted, act);
  }

  @Patch(':id')
  @Allow(issuingBodyRights.correct)
  @Corrects(IssuingBodyNameView, {
    summary: 'Correct a name, or its first day',
    problems: [NameDayTaken, OnlyNameOfIssuingBody],
  })
  correct(@Id() id: string, @Body(valid) correction: IssuingBodyNameCorrection, @By() act: Act) {
    return this.bodies.correctName(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(issuingBodyRights.void)
  @Enters(IssuingBodyNameView, { summary: 'Take back a name entered by mistake', problems: [OnlyNameOfIssuingBody] })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.bodies.voidName(id, entry, act);
  }
}
