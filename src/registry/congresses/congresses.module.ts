import { Module } from '@nestjs/common';
import { CongressesController } from './congresses.controller.js';
import { CongressesService } from './congresses.service.js';
import { DelegatesController } from './delegates.controller.js';
import { DelegatesService } from './delegates.service.js';
import { DelegationsController } from './delegations.controller.js';
import { DelegationsService } from './delegations.service.js';
import { SubstitutionsService } from './substitutions.service.js';

@Module({
  controllers: [CongressesController, DelegationsController, DelegatesController],
  providers: [CongressesService, DelegationsService, DelegatesService, SubstitutionsService],
})
export class CongressesModule {}
