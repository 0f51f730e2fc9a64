import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By, Open } from '../platform/http/allow.js';
import { CalledBy, type Caller } from '../platform/http/client-address.js';
import { Answers } from '../platform/http/describe.js';
import { TooManyRequests } from '../platform/problems/request.problems.js';
import { Answer } from '../platform/reading/answer.js';
import { valid } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { LinkRefused, NotAnAccount } from './sign-in.problems.js';
import { ownRights } from './access.rights.js';
import { OwnPassword } from './own-password.js';
import { PasswordLinks } from './password-links.js';
import {
  PasswordByLinkEntry,
  PasswordChangeEntry,
  PasswordResetAsked,
  PasswordResetEntry,
  PasswordSet,
} from './sign-in.entry.js';
import { bearerIn } from './tokens.js';

@ApiTags('Signing in')
@Controller('api/v1/auth')
export class PasswordsController {
  constructor(
    private readonly own: OwnPassword,
    private readonly links: PasswordLinks,
  ) {}

  @Post('password-resets')
  @HttpCode(202)
  @Open('who forgot his password cannot sign in')
  @ApiOperation({
    summary: 'Ask for a link to set another password (quên mật khẩu)',
    description:
      'The answer is always the same. The link comes by mail, is good once, for an hour; where no mail is sent, ask an administrator. At most three an hour for one account.',
  })
  @ApiResponse({ status: 202, description: 'Taken', type: PasswordResetAsked })
  @Answers(TooManyRequests)
  async askForLink(@Body(valid) { email }: PasswordResetEntry, @CalledBy() caller: Caller) {
    await this.links.askFor(email, caller);
    return Answer.json('{"accepted":true}');
  }

  @Post('passwords')
  @HttpCode(200)
  @Open('the link is the proof')
  @ApiOperation({
    summary: 'Set a password by a link (đặt mật khẩu)',
    description:
      'At least 12 characters, 15 for administrators and the secretariat, at most 128, of whatever kinds; not a common password, and not made of the names of the organisation or the account.',
  })
  @ApiResponse({ status: 200, description: 'It is set; sign in with it', type: PasswordSet })
  @Answers(LinkRefused, TooManyRequests)
  setByLink(@Body(valid) entry: PasswordByLinkEntry, @CalledBy() caller: Caller) {
    return this.own.byLink(entry, caller);
  }

  @Post('password-changes')
  @HttpCode(200)
  @Allow(ownRights.changePassword)
  @ApiOperation({
    summary: 'Change one’s password (đổi mật khẩu)',
    description: 'Every session of the account ends, this one too: sign in again.',
  })
  @ApiResponse({ status: 200, description: 'It is set; sign in with it', type: PasswordSet })
  @Answers(NotAnAccount, TooManyRequests)
  change(@Body(valid) entry: PasswordChangeEntry, @By() act: Act, @Headers('authorization') authorization = '') {
    return this.own.change(entry, act, bearerIn(authorization));
  }
}
