import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, EntersMany, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { CourseCorrection, CourseEntry } from './course.entity.js';
import { TrainingCourseView } from './course.view.js';
import { CoursesService } from './courses.service.js';
import { ParticipationBatch } from './participation.entity.js';
import { ParticipationsService } from './participations.service.js';
import { PersonErased } from '../people/people.problems.js';
import * as problems from './training.problems.js';
import { courseRights, participationRights } from './training.rights.js';

@ApiTags('Training')
@Controller('api/v1/training-courses')
export class CoursesController {
  constructor(
    private readonly reader: Reader,
    private readonly courses: CoursesService,
    private readonly participations: ParticipationsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(courseRights.read)
  @Lists(TrainingCourseView, {
    summary: 'The courses that began by a day, the latest first',
    description: 'With `ever=true` also those to come or taken back.',
  })
  list(@WantedOf(TrainingCourseView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(TrainingCourseView, wanted, act);
  }

  @Get(':id')
  @Allow(courseRights.read)
  @Shows(TrainingCourseView, { summary: 'One course, and how many took part' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(TrainingCourseView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(courseRights.readHistory)
  @Lists(HistoryView, { summary: 'What was written about a course and its participants, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(TrainingCourseView, id, wanted, act);
  }

  @Post()
  @Allow(courseRights.record)
  @Enters(TrainingCourseView, { summary: 'Enter a course (mở lớp)', problems: [problems.CourseEndsTooEarly] })
  record(@Body(valid) entry: CourseEntry, @By() act: Act) {
    return this.courses.record(entry, act);
  }

  @Post(':id/participations')
  @Allow(participationRights.record, { bulk: true })
  @EntersMany({
    summary: 'Enter up to 500 who took part in a course, all or nothing (danh sách học viên)',
    description:
      'Each refusal stands at its pointer, `/items/17/certificateNumber`. The answer lists the ids of the participations in the order sent.',
    problems: [problems.AlreadyTookPart, PersonErased],
  })
  recordParticipations(@Id() id: string, @Body(valid) batch: ParticipationBatch, @By() act: Act) {
    return this.participations.recordAll(id, batch, act);
  }

  @Patch(':id')
  @Allow(courseRights.correct)
  @Corrects(TrainingCourseView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [problems.CourseEndsTooEarly],
  })
  correct(@Id() id: string, @Body(valid) correction: CourseCorrection, @By() act: Act) {
    return this.courses.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(courseRights.void)
  @Enters(TrainingCourseView, {
    summary: 'Take back a course entered by mistake, and who took part with it; it stays in the history',
    problems: [StillUsed],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.courses.void(id, entry, act);
  }
}
