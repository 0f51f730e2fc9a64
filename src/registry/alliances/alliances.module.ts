import { Module } from '@nestjs/common';
import { AlliancePartsController } from './alliance-parts.controller.js';
import { AlliancesController } from './alliances.controller.js';
import { AlliancesService } from './alliances.service.js';
import { BodiesService } from './bodies.service.js';
import { TermsService } from './terms.service.js';

@Module({
  controllers: [AlliancesController, AlliancePartsController],
  providers: [AlliancesService, TermsService, BodiesService],
})
export class AlliancesModule {}
