import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Shows } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { OrganizationNameCorrection } from './organization.entries.js';
import { OrganizationPartsService } from './organization-parts.service.js';
import { OrganizationAddressView, OrganizationNameView, OrganizationStatusView } from './organization-parts.view.js';
import { DayTaken, OnlyName } from './organizations.problems.js';
import { organizationRights } from './organizations.rights.js';

/** Names, seats and statuses by themselves: to take one back, and to correct a name. */
@ApiTags('Organisations')
@Controller('api/v1')
export class OrganizationPartsController {
  constructor(
    private readonly reader: Reader,
    private readonly parts: OrganizationPartsService,
  ) {}

  @Get('organization-names/:id')
  @Allow(organizationRights.read)
  @Shows(OrganizationNameView, { summary: 'One name of an organisation' })
  name(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(OrganizationNameView, id, wanted, act);
  }

  @Patch('organization-names/:id')
  @Allow(organizationRights.correct)
  @Corrects(OrganizationNameView, { summary: 'Correct a name, or its first day', problems: [DayTaken, OnlyName] })
  correctName(@Id() id: string, @Body(valid) correction: OrganizationNameCorrection, @By() act: Act) {
    return this.parts.correctName(id, correction, act);
  }

  @Post('organization-names/:id/voidings')
  @Allow(organizationRights.void)
  @Enters(OrganizationNameView, { summary: 'Take back a name entered by mistake', problems: [OnlyName] })
  voidName(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.parts.voidName(id, entry, act);
  }

  @Get('organization-addresses/:id')
  @Allow(organizationRights.read)
  @Shows(OrganizationAddressView, { summary: 'One seat of an organisation' })
  address(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(OrganizationAddressView, id, wanted, act);
  }

  @Post('organization-addresses/:id/voidings')
  @Allow(organizationRights.void)
  @Enters(OrganizationAddressView, { summary: 'Take back a seat entered by mistake' })
  voidAddress(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.parts.voidAddress(id, entry, act);
  }

  @Get('organization-statuses/:id')
  @Allow(organizationRights.read)
  @Shows(OrganizationStatusView, { summary: 'One status of an organisation' })
  status(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(OrganizationStatusView, id, wanted, act);
  }

  @Post('organization-statuses/:id/voidings')
  @Allow(organizationRights.void)
  @Enters(OrganizationStatusView, { summary: 'Take back a status entered by mistake' })
  voidStatus(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.parts.voidStatus(id, entry, act);
  }
}
