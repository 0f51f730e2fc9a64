import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { DelegateEntry, DelegationCorrection } from './congress.entries.js';
import * as problems from './congresses.problems.js';
import { delegateRights, delegationRights } from './congresses.rights.js';
import { DelegateView } from './delegate.view.js';
import { DelegatesService } from './delegates.service.js';
import { DelegationHistoryView } from './delegation-history.view.js';
import { DelegationView } from './delegation.view.js';
import { DelegationsService } from './delegations.service.js';

@ApiTags('Congresses')
@Controller('api/v1/delegations')
export class DelegationsController {
  constructor(
    private readonly reader: Reader,
    private readonly delegations: DelegationsService,
    private readonly delegates: DelegatesService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(delegationRights.read)
  @Lists(DelegationView, { summary: 'The delegations with their seats and delegates (đoàn đại biểu)' })
  list(@WantedOf(DelegationView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(DelegationView, wanted, act);
  }

  @Get(':id')
  @Allow(delegationRights.read)
  @Shows(DelegationView, { summary: 'One delegation' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(DelegationView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(delegationRights.read)
  @Lists(DelegationHistoryView, {
    summary: 'What was written about a delegation, its delegates and who was called up, by whom and why',
  })
  history(@Id() id: string, @WantedOf(DelegationHistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(DelegationView, id, wanted, act, DelegationHistoryView);
  }

  @Patch(':id')
  @Allow(delegationRights.correct)
  @Corrects(DelegationView, { summary: 'Correct the seats of a delegation', problems: [problems.SeatsTaken] })
  correct(@Id() id: string, @Body(valid) correction: DelegationCorrection, @By() act: Act) {
    return this.delegations.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(delegationRights.void)
  @Enters(DelegationView, { summary: 'Take back a delegation entered by mistake', problems: [StillUsed] })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.delegations.void(id, entry, act);
  }

  @Post(':id/delegates')
  @Allow(delegateRights.record)
  @Enters(DelegateView, {
    summary: 'Name a delegate, official or alternate (đại biểu chính thức, dự khuyết)',
    problems: problems.namingProblems,
  })
  name(@Id() id: string, @Body(valid) entry: DelegateEntry, @By() act: Act) {
    return this.delegates.name(id, entry, act);
  }
}
