import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../platform/http/allow.js';
import { Answers, Repeatable } from '../platform/http/describe.js';
import { TooManyRequests } from '../platform/problems/request.problems.js';
import { valid } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { NoSecondFactor, NotAnAccount, SecondFactorNotOffered, SecondFactorPresent } from './sign-in.problems.js';
import { ownRights } from './access.rights.js';
import { Confirmed, Enrolment, SecondFactorRemoved } from './second-factor.answers.js';
import { ConfirmationEntry, EnrolmentEntry, OwnRemovalEntry } from './second-factor.entity.js';
import { SecondFactorsService } from './second-factors.service.js';
import { bearerIn } from './tokens.js';

@ApiTags('Signing in')
@Controller('api/v1/auth/second-factor')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactorsService) {}

  @Post('enrolments')
  @Allow(ownRights.secure)
  @ApiOperation({
    summary: 'Enrol an app that shows codes (xác thực hai bước)',
    description:
      'Any app for TOTP. Nothing changes until its first code is confirmed; a later enrolment takes its place.',
  })
  @ApiResponse({ status: 201, description: 'The secret, for the app', type: Enrolment })
  @Answers(SecondFactorPresent, SecondFactorNotOffered, NotAnAccount, TooManyRequests)
  enrol(@Body(valid) entry: EnrolmentEntry, @By() act: Act, @Headers('authorization') authorization = '') {
    return this.factors.enrol(entry, act, bearerIn(authorization));
  }

  @Post('confirmations')
  @Allow(ownRights.secure)
  @Repeatable
  @ApiOperation({
    summary: 'Confirm the app by its first code',
    description: 'From now on a sign-in needs a code. This session goes on, other sessions of the account end.',
  })
  @ApiResponse({ status: 201, description: 'Ten recovery codes, to be kept on paper', type: Confirmed })
  @Answers(NoSecondFactor, SecondFactorNotOffered, NotAnAccount, TooManyRequests)
  confirm(@Body(valid) entry: ConfirmationEntry, @By() act: Act, @Headers('authorization') authorization = '') {
    return this.factors.confirm(entry, act, bearerIn(authorization));
  }

  @Post('removals')
  @HttpCode(200)
  @Allow(ownRights.secure)
  @ApiOperation({
    summary: 'Remove one’s second factor, by password and code',
    description: 'Every session of the account ends. Enrol anew for another app, or for other recovery codes.',
  })
  @ApiResponse({ status: 200, description: 'It is removed', type: SecondFactorRemoved })
  @Answers(NoSecondFactor, SecondFactorNotOffered, NotAnAccount, TooManyRequests)
  remove(@Body(valid) entry: OwnRemovalEntry, @By() act: Act, @Headers('authorization') authorization = '') {
    return this.factors.removeOwn(entry, act, bearerIn(authorization));
  }
}
