import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { Lists, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import { subjectOf } from '../../platform/reading/subject.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import type { Act } from '../../platform/rights/act.js';
import { OrganizationView } from '../organizations/organization.view.js';
import { organizationRights } from '../organizations/organizations.rights.js';
import { TimelineView } from './timeline.view.js';

@ApiTags('Members')
@Controller('api/v1/organizations')
export class TimelineController {
  constructor(private readonly reader: Reader) {}

  @Get(':id/timeline')
  @Allow(organizationRights.read)
  @Lists(TimelineView, {
    summary: 'The whole life of one member: founding, names, seats, statuses, admission, suspensions, exit',
  })
  async timeline(@Id() id: string, @WantedOf(TimelineView) wanted: Wanted, @By() act: Act) {
    const subject = subjectOf(OrganizationView, await this.reader.require(OrganizationView, id, wanted, act));
    return this.reader.page(TimelineView, { ...wanted, about: [id], subject, fixed: { organization: id } }, act);
  }
}
