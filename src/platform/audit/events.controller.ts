import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By } from '../http/allow.js';
import { Lists, WantedOf } from '../http/describe.js';
import { Reader } from '../reading/reader.js';
import type { Wanted } from '../reading/wanted.js';
import type { Act } from '../rights/act.js';
import { auditRights } from './audit.rights.js';
import { AuditEventView } from './audit-event.view.js';

/** What was written, seen, taken and refused, by or to whom, when and why: for those who audit. */
@ApiTags('Audit')
@Controller('api/v1/audit/events')
export class AuditEventsController {
  constructor(private readonly reader: Reader) {}

  @Get()
  @Allow(auditRights.read)
  @Lists(AuditEventView, {
    summary: 'Everything that was written, seen, taken and refused, newest first',
    description:
      'Narrow it by record, account, time, table or request. Personal values never stand in it. Who follows the log asks again and again for what lies between the size of the last checkpoint that was read (`seqFrom`, the next number) and that of the newest (`seqTo`): that much is final. By `id` alone a page passes over what is still being written.',
  })
  list(@WantedOf(AuditEventView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(AuditEventView, wanted, act);
  }
}
