import { Module } from '@nestjs/common';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  controllers: [OrganizationsController, StatisticsController],
  providers: [OrganizationsService, StatisticsService],
  exports: [OrganizationsService],
})
export class OrganizationsModule {}
