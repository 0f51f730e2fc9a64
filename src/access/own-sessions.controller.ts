import { Body, Controller, Get, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Answers } from '../platform/http/describe.js';
import { TooManyRequests } from '../platform/problems/request.problems.js';
import { Answer } from '../platform/reading/answer.js';
import { valid } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { ownRights } from './access.rights.js';
import { OwnSessions } from './own-sessions.js';
import { OwnSessionList, SessionEndingEntry, SessionsEnded } from './own-sessions.entry.js';
import { NotAnAccount } from './sign-in.problems.js';
import { bearerIn } from './tokens.js';

@ApiTags('Signing in')
@Controller('api/v1/auth/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @Allow(ownRights.read)
  @ApiOperation({
    summary: 'Where I am signed in (phiên đăng nhập)',
    description: 'The sessions of the account that last, whatever server they are of. A key has none.',
  })
  @ApiResponse({ status: 200, description: 'Each of them', type: OwnSessionList })
  async list(@Headers('authorization') authorization = '') {
    return Answer.json(JSON.stringify({ items: await this.sessions.list(bearerIn(authorization)) }));
  }

  @Post('endings')
  @HttpCode(200)
  @Allow(ownRights.signOut)
  @ApiOperation({
    summary: 'Sign out elsewhere: end another session, or all others, by password',
    description: 'The session that asks goes on; `POST /api/v1/auth/sign-out` ends that.',
  })
  @ApiResponse({ status: 200, description: 'They have ended', type: SessionsEnded })
  @Answers(NotAnAccount, TooManyRequests)
  async end(@Body(valid) entry: SessionEndingEntry, @By() act: Act, @Headers('authorization') authorization = '') {
    return Answer.json(JSON.stringify(await this.sessions.end(entry, act, bearerIn(authorization))));
  }
}
