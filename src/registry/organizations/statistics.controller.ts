import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { FigureView } from './figure.view.js';
import { ObligationView } from './obligation.view.js';
import { FigureCorrection, ObligationCorrection } from './organization.entries.js';
import { organizationRights } from './organizations.rights.js';
import { StatisticsService } from './statistics.service.js';

/** Figures and obligations across organisations: the rows behind sums and rates. */
@ApiTags('Organisations')
@Controller('api/v1')
export class StatisticsController {
  constructor(
    private readonly reader: Reader,
    private readonly statistics: StatisticsService,
  ) {}

  @Get('obligations')
  @Allow(organizationRights.read)
  @Lists(ObligationView, { summary: 'What laws ask of organisations, and whether it was done by the day' })
  obligations(@WantedOf(ObligationView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(ObligationView, wanted, act);
  }

  @Get('obligations/:id')
  @Allow(organizationRights.read)
  @Shows(ObligationView, { summary: 'One obligation' })
  obligation(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(ObligationView, id, wanted, act);
  }

  @Patch('obligations/:id')
  @Allow(organizationRights.correct)
  @Corrects(ObligationView, { summary: 'Correct an obligation, or say that it was done' })
  correctObligation(@Id() id: string, @Body(valid) correction: ObligationCorrection, @By() act: Act) {
    return this.statistics.correctObligation(id, correction, act);
  }

  @Post('obligations/:id/voidings')
  @Allow(organizationRights.void)
  @Enters(ObligationView, { summary: 'Take back an obligation entered by mistake' })
  voidObligation(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.statistics.voidObligation(id, entry, act);
  }

  @Get('organization-figures')
  @Allow(organizationRights.read)
  @Lists(FigureView, { summary: 'Yearly figures across organisations' })
  figures(@WantedOf(FigureView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(FigureView, wanted, act);
  }

  @Get('organization-figures/:id')
  @Allow(organizationRights.read)
  @Shows(FigureView, { summary: 'One yearly figure' })
  figure(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(FigureView, id, wanted, act);
  }

  @Patch('organization-figures/:id')
  @Allow(organizationRights.correct)
  @Corrects(FigureView, { summary: 'Correct a yearly figure; both versions are kept' })
  correctFigure(@Id() id: string, @Body(valid) correction: FigureCorrection, @By() act: Act) {
    return this.statistics.correctFigure(id, correction, act);
  }

  @Post('organization-figures/:id/voidings')
  @Allow(organizationRights.void)
  @Enters(FigureView, { summary: 'Take back a figure entered by mistake' })
  voidFigure(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.statistics.voidFigure(id, entry, act);
  }
}
