import { Module } from '@nestjs/common';
import { MembershipsController } from './memberships.controller.js';
import { TimelineController } from './timeline.controller.js';
import { MembershipsService } from './memberships.service.js';

@Module({
  controllers: [MembershipsController, TimelineController],
  providers: [MembershipsService],
  exports: [MembershipsService],
})
export class MembershipsModule {}
