import { Module } from '@nestjs/common';
import { ACTOR_SOURCE } from '../platform/http/gate.js';
import { AccessActorSource } from './access-actor-source.js';
import { AccessEvents } from './access-events.js';
import { AccessWork } from './access-work.js';
import { AccountsController } from './accounts.controller.js';
import { AccountsService } from './accounts.service.js';
import { Actors } from './actors.js';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysService } from './api-keys.service.js';
import { AuthController } from './auth.controller.js';
import { Attempts } from './attempts.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentitiesService } from './identities.service.js';
import { IdentityProvider } from './identity-provider.js';
import { KeyUses } from './key-uses.js';
import { LinkMails } from './link-mails.js';
import { NewPasswords } from './new-passwords.js';
import { OwnPassword } from './own-password.js';
import { OwnSessions } from './own-sessions.js';
import { OwnSessionsController } from './own-sessions.controller.js';
import { PasswordLinks } from './password-links.js';
import { PasswordPageController } from './password-page.controller.js';
import { PasswordsController } from './passwords.controller.js';
import { Proof } from './proof.js';
import { Passwords } from './passwords.js';
import { SecondFactorCodes } from './second-factor-codes.js';
import { SecondFactorController } from './second-factor.controller.js';
import { SecondFactorsService } from './second-factors.service.js';
import { Sessions } from './sessions.js';
import { SignInService } from './sign-in.service.js';
import { SingleSignOnController } from './single-sign-on.controller.js';
import { SingleSignOnService } from './single-sign-on.service.js';
import { Strategies } from './strategies.js';

@Module({
  controllers: [
    AuthController,
    OwnSessionsController,
    SingleSignOnController,
    SecondFactorController,
    PasswordsController,
    PasswordPageController,
    AccountsController,
    IdentitiesController,
    ApiKeysController,
  ],
  providers: [
    AccessEvents,
    AccessWork,
    AccountsService,
    Actors,
    ApiKeysService,
    IdentitiesService,
    IdentityProvider,
    KeyUses,
    LinkMails,
    NewPasswords,
    OwnPassword,
    OwnSessions,
    PasswordLinks,
    Passwords,
    Proof,
    SecondFactorCodes,
    SecondFactorsService,
    Sessions,
    Attempts,
    SignInService,
    SingleSignOnService,
    Strategies,
    { provide: ACTOR_SOURCE, useClass: AccessActorSource },
  ],
})
export class AccessModule {}
