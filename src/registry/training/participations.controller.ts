import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { PersonHistoryView } from '../people/person-history.view.js';
import { ParticipationCorrection } from './participation.entity.js';
import { TrainingParticipationView } from './participation.view.js';
import { ParticipationsService } from './participations.service.js';
import { PersonErased } from '../people/people.problems.js';
import * as problems from './training.problems.js';
import { participationRights } from './training.rights.js';

@ApiTags('Training')
@Controller('api/v1/training-participations')
export class ParticipationsController {
  constructor(
    private readonly reader: Reader,
    private readonly participations: ParticipationsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(participationRights.read)
  @Lists(TrainingParticipationView, {
    summary: 'Who took part in which course, for which organisation',
    description: 'With `ever=true` also those of courses to come, or taken back.',
  })
  list(@WantedOf(TrainingParticipationView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(TrainingParticipationView, wanted, act);
  }

  @Get(':id')
  @Allow(participationRights.read)
  @Shows(TrainingParticipationView, { summary: 'One person in one course' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(TrainingParticipationView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(participationRights.read)
  @Lists(PersonHistoryView, { summary: 'What was written about a participation, by whom and why' })
  history(@Id() id: string, @WantedOf(PersonHistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(TrainingParticipationView, id, wanted, act, PersonHistoryView);
  }

  @Patch(':id')
  @Allow(participationRights.correct)
  @Corrects(TrainingParticipationView, {
    summary: 'Enter the result (kết quả), or correct what was entered wrongly; both versions are kept',
    problems: [problems.CertificateWithoutCompletion, PersonErased],
  })
  correct(@Id() id: string, @Body(valid) correction: ParticipationCorrection, @By() act: Act) {
    return this.participations.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(participationRights.void)
  @Enters(TrainingParticipationView, {
    summary: 'Take back a participation entered by mistake; it stays in the history',
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.participations.void(id, entry, act);
  }
}
