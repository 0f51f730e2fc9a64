import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Database } from '../database/database.js';
import { Unavailable } from '../problems/request.problems.js';
import { Open } from './allow.js';
import { Answers } from './describe.js';

const healthy = ApiResponse({
  status: 200,
  description: 'It is well',
  schema: {
    title: 'Health',
    type: 'object',
    additionalProperties: false,
    required: ['status'],
    properties: { status: { type: 'string', enum: ['ok'] } },
  },
});

/** For load balancers: whether the process runs, and whether it can serve. */
@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(private readonly database: Database) {}

  @Get('live')
  @Open('a load balancer has no account')
  @ApiOperation({ summary: 'Whether the process runs' })
  @healthy
  live() {
    return { status: 'ok' };
  }

  @Get('ready')
  @Open('a load balancer has no account')
  @ApiOperation({ summary: 'Whether the database answers' })
  @healthy
  @Answers(Unavailable)
  async ready() {
    await this.database.run({ text: 'select 1', values: [] });
    return { status: 'ok' };
  }
}
