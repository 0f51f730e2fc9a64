import { Module } from '@nestjs/common';
import { ManagerPositionsController } from './manager-positions.controller.js';
import { ManagerPositionsService } from './manager-positions.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PositionsController } from './positions.controller.js';
import { PositionsService } from './positions.service.js';

@Module({
  controllers: [PeopleController, PositionsController, ManagerPositionsController],
  providers: [PeopleService, PositionsService, ManagerPositionsService],
})
export class PeopleModule {}
