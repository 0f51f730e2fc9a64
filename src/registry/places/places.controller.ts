import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import type { Act } from '../../platform/rights/act.js';
import { PlaceView } from './place.view.js';
import { placeRights } from './places.rights.js';

const aboutCodes =
  'Provinces, districts (until 30 June 2025) and communes (đơn vị hành chính). The reform of 1 July 2025 gave official ' +
  'codes that had been in use another meaning: a code names a unit only together with its period, the id names it always. ' +
  'Before it, a unit is told as it was in June 2025: what was renamed or raised earlier (Thủy Nguyên became a city on ' +
  '1 January 2025) the source does not say.';

@ApiTags('Places')
@Controller('api/v1/places')
export class PlacesController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow(placeRights.read)
  @Lists(PlaceView, { summary: 'Administrative units as they stood on a day', description: aboutCodes })
  list(@WantedOf(PlaceView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(PlaceView, wanted, act);
  }

  @Get(':id')
  @Allow(placeRights.read)
  @Shows(PlaceView, {
    summary: 'One administrative unit, what it came from and what became of it',
    description: aboutCodes,
  })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(PlaceView, id, wanted, act);
  }
}
