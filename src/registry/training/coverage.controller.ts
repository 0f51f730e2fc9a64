import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../../platform/http/allow.js';
import { Lists, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { withinAsked } from '../../platform/reading/within-asked.js';
import type { Act } from '../../platform/rights/act.js';
import { withPeriod } from './coverage-period.js';
import { ManagerCoverageView } from './coverage.view.js';
import { TrainedPersonView } from './trained-person.view.js';
import { coverageRights } from './training.rights.js';

@ApiTags('Training')
@Controller('api/v1/training-coverage')
export class CoverageController {
  constructor(private readonly reader: Reader) {}

  @Get('managers')
  @Allow(coverageRights.read)
  @Lists(ManagerCoverageView, {
    summary: 'The managers in office on a day (cán bộ quản lý), and whether trained within a period',
    description:
      'Each manager once, however many positions. `trained=false` lists who is missing; `total=true` counts them. Trained is who completed a course that ended within `from` and `to`. With `allianceId` only the positions and courses that it keeps count, whoever asks.',
  })
  managers(@WantedOf(ManagerCoverageView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(ManagerCoverageView, withPeriod(wanted), withinAsked(wanted, act));
  }

  @Get('people')
  @Allow(coverageRights.read)
  @Lists(TrainedPersonView, {
    summary: 'Everybody who completed a course within a period, each once (người được đào tạo)',
    description:
      'Managers and others; the courses are those that ended within `from` and `to`, with `allianceId` those that it keeps.',
  })
  people(@WantedOf(TrainedPersonView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(TrainedPersonView, withPeriod(wanted), withinAsked(wanted, act));
  }
}
