import { Controller, Get, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import type { Act } from '../../platform/rights/act.js';
import { rights } from '../../platform/rights/rights.js';
import { PlaceView } from './place.view.js';

const placeRights = rights(PlaceView, ['read'], (may) => [
  may('administrator', 'read').everywhere(),
  may('secretariat', 'read').everywhere(),
  may('auditor', 'read').everywhere(),
  may('member', 'read').everywhere(),
]);

@ApiTags('Places')
@Controller('api/v1/places')
class PlacesController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow(placeRights.read)
  @Lists(PlaceView, { summary: 'Administrative units of a day', description: 'The reform of 1 July 2025 ended the districts and merged communes: ask `asOf` a day before it for the old units.' })
  list(@WantedOf(PlaceView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(PlaceView, wanted, act);
  }

  @Get(':id')
  @Allow(placeRights.read)
  @Shows(PlaceView, { summary: 'One unit, with its predecessors and successors' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(PlaceView, id, wanted, act);
  }
}

@Module({ controllers: [PlacesController] })
export class PlacesModule {}
