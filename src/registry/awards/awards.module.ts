import { Module } from '@nestjs/common';
import { AwardDecisionsController } from './award-decisions.controller.js';
import { AwardDecisionsService } from './award-decisions.service.js';
import { AwardFormsController } from './award-forms.controller.js';
import { AwardFormsService } from './award-forms.service.js';
import { AwardsController } from './awards.controller.js';
import { AwardsService } from './awards.service.js';

@Module({
  controllers: [AwardFormsController, AwardDecisionsController, AwardsController],
  providers: [AwardFormsService, AwardDecisionsService, AwardsService],
})
export class AwardsModule {}
