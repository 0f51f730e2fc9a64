import { Controller, Get, Headers, HttpCode, Req } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Open } from '../platform/http/allow.js';
import { refer } from '../platform/http/answer-headers.js';
import { callerOf } from '../platform/http/client-address.js';
import { Answers } from '../platform/http/describe.js';
import { Answer } from '../platform/reading/answer.js';
import { ProviderUnavailable, SignInRefused, SignOnRefused, SingleSignOnOff } from './sign-in.problems.js';
import { IdentityProvider } from './identity-provider.js';
import { SingleSignOnService } from './single-sign-on.service.js';
import { Tokens } from './sign-in.entry.js';

const TEN_MINUTES = 600;

@ApiTags('Signing in')
@Controller('api/v1/auth/single-sign-on')
export class SingleSignOnController {
  constructor(
    private readonly signOns: SingleSignOnService,
    private readonly provider: IdentityProvider,
  ) {}

  @Get()
  @Open('whoever signs in is not signed in yet')
  @HttpCode(302)
  @ApiOperation({
    summary: 'Sign in at the provider of single sign-on (đăng nhập một lần)',
    description: 'For a browser: it is sent to the provider, and keeps a cookie for ten minutes until it comes back.',
  })
  @ApiResponse({ status: 302, description: 'Go to the provider', headers: refer('Location') })
  @Answers(SingleSignOnOff, ProviderUnavailable)
  async begin(): Promise<Answer> {
    const { address, browser } = await this.signOns.begin();
    return Answer.of('text/plain', '', { Location: address, 'Set-Cookie': this.cookie(browser, TEN_MINUTES) });
  }

  @Get('callback')
  @Open('the provider vouches for who comes back from it')
  @ApiOperation({
    summary: 'Come back from the provider, signed in',
    description:
      'The session is answered as JSON, as that of a password is. Only for an account that an administrator linked to the identity; a stranger’s sign-in makes none.',
  })
  @ApiQuery({
    name: 'code',
    required: false,
    schema: { type: 'string', maxLength: 4000 },
    description: 'From the provider',
  })
  @ApiQuery({
    name: 'state',
    required: false,
    schema: { type: 'string', maxLength: 43 },
    description: 'As it was sent',
  })
  @ApiHeader({
    name: 'Cookie',
    required: false,
    description: 'As it was set',
    schema: { type: 'string', maxLength: 4000 },
  })
  @ApiResponse({ status: 200, description: 'A new session', type: Tokens })
  @Answers(SignOnRefused, SignInRefused, SingleSignOnOff, ProviderUnavailable)
  async finish(@Req() request: FastifyRequest, @Headers('cookie') cookies = ''): Promise<Answer> {
    const { url } = request;
    const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
    const tokens = await this.signOns.finish(query, this.browserIn(cookies), callerOf(request));
    const headers = { 'Set-Cookie': this.cookie('', 0) };
    return Answer.json(JSON.stringify(tokens), null, headers);
  }

  /** `__Host-`: a browser takes it only from this very host, by https. `Lax`: it comes along from the provider. */
  private get cookieName(): string {
    return this.provider.secure ? '__Host-htx-sign-on' : 'htx-sign-on';
  }

  private cookie(value: string, seconds: number): string {
    const secure = this.provider.secure ? '; Secure' : '';
    return `${this.cookieName}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
  }

  private browserIn(cookies: string): string {
    const pairs = cookies.split(';').map((pair) => pair.trim().split('='));
    return pairs.find(([name]) => name === this.cookieName)?.[1] ?? '';
  }
}
