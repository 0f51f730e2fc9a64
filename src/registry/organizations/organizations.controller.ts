import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, EntersMany, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import {
  FiguresEntry,
  MoveEntry,
  ObligationEntry,
  OrganizationBatch,
  OrganizationCorrection,
  OrganizationEntry,
  RenamingEntry,
  StatusEntry,
} from './organization.entries.js';
import { OrganizationHistoryView } from './organization-history.view.js';
import { OrganizationView } from './organization.view.js';
import * as problems from './organizations.problems.js';
import { organizationRights } from './organizations.rights.js';
import { OrganizationsService } from './organizations.service.js';

const identifiers = [problems.TaxCodeTaken, problems.RegistrationNumberTaken];

@ApiTags('Organisations')
@Controller('api/v1/organizations')
export class OrganizationsController {
  constructor(
    private readonly reader: Reader,
    private readonly organizations: OrganizationsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(organizationRights.read)
  @Lists(OrganizationView, {
    summary: 'Organisations as they stood on a day',
    description: 'With `ever=true` also those not yet founded, or voided.',
  })
  list(@WantedOf(OrganizationView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(OrganizationView, wanted, act);
  }

  @Get(':id')
  @Allow(organizationRights.read)
  @Shows(OrganizationView, { summary: 'One organisation as it stood on a day' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(OrganizationView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(organizationRights.read)
  @Lists(OrganizationHistoryView, { summary: 'What was written about an organisation, by whom and why' })
  history(@Id() id: string, @WantedOf(OrganizationHistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(OrganizationView, id, wanted, act, OrganizationHistoryView);
  }

  @Post()
  @Allow(organizationRights.record)
  @Enters(OrganizationView, {
    summary: 'Enter an organisation',
    problems: [...identifiers, problems.PlaceNotOfThatTime],
  })
  record(@Body(valid) entry: OrganizationEntry, @By() act: Act) {
    return this.organizations.record(entry, act);
  }

  @Post('batches')
  @Allow(organizationRights.record, { bulk: true })
  @EntersMany({
    summary: 'Enter up to 500 organisations, all or nothing',
    description:
      'Each refusal stands at its pointer, `/items/17/taxCode`. The answer lists the new ids in the order sent.',
    problems: [...identifiers, problems.PlaceNotOfThatTime],
  })
  recordAll(@Body(valid) batch: OrganizationBatch, @By() act: Act) {
    return this.organizations.recordAll(batch, act);
  }

  @Patch(':id')
  @Allow(organizationRights.correct)
  @Corrects(OrganizationView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: identifiers,
  })
  correct(@Id() id: string, @Body(valid) correction: OrganizationCorrection, @By() act: Act) {
    return this.organizations.correct(id, correction, act);
  }

  @Post(':id/names')
  @Allow(organizationRights.record)
  @Enters(OrganizationView, { summary: 'A new name from a day on (đổi tên)', problems: [problems.DayTaken] })
  rename(@Id() id: string, @Body(valid) entry: RenamingEntry, @By() act: Act) {
    return this.organizations.rename(id, entry, act);
  }

  @Post(':id/addresses')
  @Allow(organizationRights.record)
  @Enters(OrganizationView, {
    summary: 'A new seat from a day on (chuyển trụ sở)',
    problems: [problems.DayTaken, problems.PlaceNotOfThatTime],
  })
  move(@Id() id: string, @Body(valid) entry: MoveEntry, @By() act: Act) {
    return this.organizations.move(id, entry, act);
  }

  @Post(':id/statuses')
  @Allow(organizationRights.record)
  @Enters(OrganizationView, { summary: 'A new operating status from a day on', problems: [problems.DayTaken] })
  changeStatus(@Id() id: string, @Body(valid) entry: StatusEntry, @By() act: Act) {
    return this.organizations.changeStatus(id, entry, act);
  }

  @Post(':id/obligations')
  @Allow(organizationRights.record)
  @Enters(OrganizationView, {
    summary: 'What a law asks of it, such as conversion (chuyển đổi)',
    problems: [problems.ObligationExists],
  })
  oblige(@Id() id: string, @Body(valid) entry: ObligationEntry, @By() act: Act) {
    return this.organizations.oblige(id, entry, act);
  }

  @Post(':id/figures')
  @Allow(organizationRights.record, { bulk: true })
  @Enters(OrganizationView, { summary: 'Figures of one or several years', problems: [problems.FigureExists] })
  recordFigures(@Id() id: string, @Body(valid) entry: FiguresEntry, @By() act: Act) {
    return this.organizations.recordFigures(id, entry, act);
  }

  @Post(':id/voidings')
  @Allow(organizationRights.void)
  @Enters(OrganizationView, {
    summary: 'Take back an organisation entered by mistake; it stays in the history',
    problems: [StillUsed],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.organizations.void(id, entry, act);
  }
}
