import { Module } from '@nestjs/common';
import { CodesController } from './codes.controller.js';
import { CodesService } from './codes.service.js';
import { OwnCodesController } from './own-codes.controller.js';

@Module({ controllers: [CodesController, OwnCodesController], providers: [CodesService] })
export class CodesModule {}
