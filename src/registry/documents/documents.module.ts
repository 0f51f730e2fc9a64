import { Module } from '@nestjs/common';
import { DocumentsController } from './documents.controller.js';
import { DocumentsService } from './documents.service.js';
import { IssuingBodiesController } from './issuing-bodies.controller.js';
import { IssuingBodyNamesController } from './issuing-body-names.controller.js';
import { IssuingBodiesService } from './issuing-bodies.service.js';

@Module({
  controllers: [DocumentsController, IssuingBodiesController, IssuingBodyNamesController],
  providers: [DocumentsService, IssuingBodiesService],
})
export class DocumentsModule {}
