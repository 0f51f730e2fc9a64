import { Module } from '@nestjs/common';
import { PeopleController } from './people.controller.js';
import { PeopleService } from './people.service.js';
import { PositionsController } from './positions.controller.js';
import { PositionsService } from './positions.service.js';

@Module({
  controllers: [PeopleController, PositionsController],
  providers: [PeopleService, PositionsService],
  exports: [PeopleService, PositionsService],
})
export class PeopleModule {}
