import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By, Open } from '../platform/http/allow.js';
import { CalledBy, type Caller } from '../platform/http/client-address.js';
import { Answers, AsOf, Shows } from '../platform/http/describe.js';
import { TooManyRequests } from '../platform/problems/request.problems.js';
import { Answer } from '../platform/reading/answer.js';
import { Reader } from '../platform/reading/reader.js';
import type { Wanted } from '../platform/reading/wanted.js';
import { valid } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { allRights } from '../platform/rights/rights.js';
import { AccessEvents } from './access-events.js';
import {
  NoSession,
  RefreshRefused,
  SecondFactorNeeded,
  SecondFactorNotOffered,
  SignInRefused,
} from './sign-in.problems.js';
import { ownRights } from './access.rights.js';
import { MeView } from './me.view.js';
import { Sessions } from './sessions.js';
import { RefreshmentEntry, SignedOut, SignInEntry, Tokens } from './sign-in.entry.js';
import { SignInService } from './sign-in.service.js';
import { bearerIn } from './tokens.js';

const told = (content: object): Answer => Answer.json(JSON.stringify(content));

@ApiTags('Signing in')
@Controller('api/v1/auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: Sessions,
    private readonly reader: Reader,
    private readonly events: AccessEvents,
  ) {}

  @Post('sessions')
  @Open('whoever signs in is not signed in yet')
  @ApiOperation({
    summary: 'Sign in (đăng nhập)',
    description:
      'Send the access token as `Authorization: Bearer …`; refresh it before it ends, ten minutes later. An account with a second factor sends a `code` too; each is good once.',
  })
  @ApiResponse({ status: 201, description: 'A new session', type: Tokens })
  @Answers(SignInRefused, SecondFactorNeeded, SecondFactorNotOffered, TooManyRequests)
  async signIn(@Body(valid) entry: SignInEntry, @CalledBy() caller: Caller) {
    return told(await this.signIns.signIn(entry, caller));
  }

  @Post('sessions/refreshments')
  @Open('the refresh token is the proof')
  @ApiOperation({
    summary: 'Refresh a session',
    description:
      'Both tokens are new, the old ones are spent; repeated within ten seconds, the request has the same answer. A spent token that comes back later ends the session. A session ends 8 hours after its last refreshment, and 24 hours (administrators and secretariat: 12) after it began.',
  })
  @ApiResponse({ status: 201, description: 'The session goes on', type: Tokens })
  @Answers(RefreshRefused)
  async refresh(@Body(valid) { refreshToken }: RefreshmentEntry, @CalledBy() caller: Caller) {
    return told(await this.sessions.refresh(refreshToken, caller));
  }

  @Post('sign-out')
  @HttpCode(200)
  @Allow(ownRights.signOut)
  @ApiOperation({ summary: 'Sign out: the session of the access token ends (đăng xuất)' })
  @ApiResponse({ status: 200, description: 'The session has ended', type: SignedOut })
  @Answers(NoSession)
  async signOut(@By() act: Act, @Headers('authorization') authorization = '') {
    const ended = await this.sessions.end(bearerIn(authorization));
    await this.events.signedOut(act);
    return told(ended);
  }

  @Get('me')
  @Allow(ownRights.read)
  @Shows(MeView, { summary: 'Who I am, and what I may do' })
  me(@AsOf() wanted: Wanted, @By() act: Act) {
    const { id, refuses } = act.actor;
    const rights = allRights().filter((right) => act.may(right) && !refuses?.(right));
    const fixed = { rights: JSON.stringify(rights.map(({ name }) => name)) };
    return this.reader.one(MeView, id ?? '', { ...wanted, fixed }, act);
  }
}
