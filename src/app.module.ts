import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { AlliancesModule } from './registry/alliances/alliances.module.js';
import { AwardsModule } from './registry/awards/awards.module.js';
import { CodesModule } from './registry/codes/codes.module.js';
import { CongressesModule } from './registry/congresses/congresses.module.js';
import { DocumentsModule } from './registry/documents/documents.module.js';
import { MembershipsModule } from './registry/memberships/memberships.module.js';
import { OrganizationsModule } from './registry/organizations/organizations.module.js';
import { PeopleModule } from './registry/people/people.module.js';
import { PlacesModule } from './registry/places/places.module.js';
import { TargetsModule } from './registry/targets/targets.module.js';
import { TrainingModule } from './registry/training/training.module.js';
import { ReportsModule } from './reports/reports.module.js';
import type { Settings } from './platform/config/settings.js';
import type { Logins } from './platform/database/logins.js';
import { PlatformModule } from './platform.module.js';

/** The list of rooms, nothing else. */
@Module({})
export class AppModule {
  static with(logins: Logins, settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(logins, settings),
        AccessModule,
        CodesModule,
        PlacesModule,
        DocumentsModule,
        AlliancesModule,
        OrganizationsModule,
        PeopleModule,
        MembershipsModule,
        CongressesModule,
        AwardsModule,
        TrainingModule,
        TargetsModule,
        ReportsModule,
        DossiersModule,
      ],
    };
  }
}
