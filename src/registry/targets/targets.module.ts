import { Module } from '@nestjs/common';
import { SectorStatisticsController } from './sector-statistics.controller.js';
import { SectorStatisticsService } from './sector-statistics.service.js';
import { SupportedModelsController } from './supported-models.controller.js';
import { SupportedModelsService } from './supported-models.service.js';
import { TargetsController } from './targets.controller.js';
import { TargetsService } from './targets.service.js';

@Module({
  controllers: [TargetsController, SupportedModelsController, SectorStatisticsController],
  providers: [TargetsService, SupportedModelsService, SectorStatisticsService],
})
export class TargetsModule {}
