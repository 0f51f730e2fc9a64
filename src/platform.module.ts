import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
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
import { RememberedTokens } from './platform/rights/remembered-tokens.js';
import { AFTER_COMMIT, Work } from './platform/writing/work.js';

/** The ground floor as one room: what every register stands on. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
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
        AccessLog,
        Refusals,
        Mailer,
        Reader,
        RememberedTokens,
        Work,
        History,
        TreeProofs,
      ],
      exports: [SETTINGS, Database, AccessLog, Refusals, Mailer, Reader, RememberedTokens, Work, History],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.sealer.stop();
    await this.database.close();
  }
}
