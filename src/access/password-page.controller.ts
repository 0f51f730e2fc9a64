import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Open } from '../platform/http/allow.js';
import { Answer } from '../platform/reading/answer.js';
import { PASSWORD_PAGE, PASSWORD_PAGE_POLICY } from './password-page.js';

@ApiTags('Signing in')
@Controller('password')
export class PasswordPageController {
  @Get()
  @Open('the page asks for a password, and shows nothing')
  @ApiOperation({ summary: 'The page to which a link leads: it asks for a password and sets it' })
  @ApiResponse({ status: 200, description: 'A page', content: { 'text/html': { schema: { type: 'string' } } } })
  page() {
    return Answer.of('text/html; charset=utf-8', PASSWORD_PAGE, { 'content-security-policy': PASSWORD_PAGE_POLICY });
  }
}
