import { Module } from '@nestjs/common';
import { MembershipPartsController } from './membership-parts.controller.js';
import { MembershipPartsService } from './membership-parts.service.js';
import { MembershipsController } from './memberships.controller.js';
import { TimelineController } from './timeline.controller.js';
import { MembershipsService } from './memberships.service.js';

@Module({
  controllers: [MembershipsController, MembershipPartsController, TimelineController],
  providers: [MembershipsService, MembershipPartsService],
})
export class MembershipsModule {}
