import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { KEEPING_ALLIANCE } from './access/passages.js';
import { DossiersModule } from './dossiers/dossiers.module.js';
import { AccessLog } from './platform/audit/access-log.js';
import { AuditEventsController } from './platform/audit/events.controller.js';
import { History } from './platform/audit/history.js';
import { Refusals } from './platform/audit/refusals.js';
import { Sealer } from './platform/audit/sealer.js';
import { sealerOf } from './platform/audit/sealer-of.js';
import { TreeController } from './platform/audit/tree.controller.js';
import { TreeProofs } from './platform/audit/tree-proofs.js';
import { SETTINGS, type Settings } from './platform/config/settings.js';
import { Database } from './platform/database/database.js';
import type { Logins } from './platform/database/logins.js';
import { HealthController } from './platform/http/health.controller.js';
import { Mailer } from './platform/mail/mailer.js';
import { Reader } from './platform/reading/reader.js';
import { allRecords } from './platform/records/record.js';
import { AFTER_COMMIT, Work } from './platform/writing/work.js';
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

/** The ground floor as one room: what every register stands on. */
@Global()
@Module({})
class PlatformModule implements OnApplicationShutdown {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Sealer) private readonly sealer: Sealer,
  ) {
    sealer.start();
  }

  static with({ databaseUrl, visitorUrl }: Logins, settings: Settings): DynamicModule {
    return {
      module: PlatformModule,
      controllers: [HealthController, AuditEventsController, TreeController],
      providers: [
        {
          provide: Database,
          useFactory: () =>
            Database.connect({ url: databaseUrl, visitorUrl, pool: settings.databasePool, records: allRecords() }),
        },
        { provide: Sealer, useFactory: (database: Database) => sealerOf(database, settings), inject: [Database] },
        { provide: AFTER_COMMIT, useFactory: (sealer: Sealer) => () => sealer.nudge(), inject: [Sealer] },
        { provide: SETTINGS, useValue: settings },
        { provide: KEEPING_ALLIANCE, useValue: settings.keepingAlliance },
        AccessLog,
        Refusals,
        Mailer,
        Reader,
        Work,
        History,
        TreeProofs,
      ],
      exports: [SETTINGS, KEEPING_ALLIANCE, Database, AccessLog, Refusals, Mailer, Reader, Work, History],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sealer.stop();
    await this.database.close();
  }
}

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
