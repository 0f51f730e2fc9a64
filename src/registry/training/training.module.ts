import { Module } from '@nestjs/common';
import { CoverageController } from './coverage.controller.js';
import { CoursesController } from './courses.controller.js';
import { CoursesService } from './courses.service.js';
import { ParticipationsController } from './participations.controller.js';
import { ParticipationsService } from './participations.service.js';
import { ProgrammesController } from './programmes.controller.js';
import { ProgrammesService } from './programmes.service.js';

@Module({
  controllers: [ProgrammesController, CoursesController, ParticipationsController, CoverageController],
  providers: [ProgrammesService, CoursesService, ParticipationsService],
})
export class TrainingModule {}
