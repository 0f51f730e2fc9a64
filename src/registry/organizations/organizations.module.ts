import { Module } from '@nestjs/common';
import { OrganizationPartsController } from './organization-parts.controller.js';
import { OrganizationPartsService } from './organization-parts.service.js';
import { OrganizationsController } from './organizations.controller.js';
import { OrganizationsService } from './organizations.service.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsService } from './statistics.service.js';

@Module({
  controllers: [OrganizationsController, OrganizationPartsController, StatisticsController],
  providers: [OrganizationsService, OrganizationPartsService, StatisticsService],
})
export class OrganizationsModule {}
