import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { HistoryView } from '../../platform/audit/history.view.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, EntersMany, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import { PersonErased } from '../people/people.problems.js';
import type { Act } from '../../platform/rights/act.js';
import { CongressCorrection, CongressEntry, DelegationBatch, DelegationEntry } from './congress.entries.js';
import { CongressView } from './congress.view.js';
import * as problems from './congresses.problems.js';
import { congressRights, delegateRights, delegationRights } from './congresses.rights.js';
import { CongressesService } from './congresses.service.js';
import { Roll, RollAsked, rollOf } from './delegate.view.js';
import { DelegationView } from './delegation.view.js';
import { DelegationsService } from './delegations.service.js';

const days = [problems.CongressTaken, problems.ExtraordinaryCongressTaken, problems.CongressEndsTooEarly];
const correcting = [...days, problems.NamedAfterCongress, problems.SubstitutedAfterCongress, PersonErased];
const sending = [problems.OneSender, problems.DelegationTaken, ...problems.namingProblems];

@ApiTags('Congresses')
@Controller('api/v1/congresses')
export class CongressesController {
  constructor(
    private readonly reader: Reader,
    private readonly congresses: CongressesService,
    private readonly delegations: DelegationsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(congressRights.read)
  @Lists(CongressView, { summary: 'The congresses, the latest first (đại hội)' })
  list(@WantedOf(CongressView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(CongressView, wanted, act);
  }

  @Get(':id')
  @Allow(congressRights.read)
  @Shows(CongressView, { summary: 'One congress' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(CongressView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(congressRights.read)
  @Lists(HistoryView, { summary: 'What was written about a congress, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(CongressView, id, wanted, act);
  }

  @Post()
  @Allow(congressRights.record)
  @Enters(CongressView, { summary: 'Enter a congress', problems: days })
  record(@Body(valid) entry: CongressEntry, @By() act: Act) {
    return this.congresses.record(entry, act);
  }

  @Patch(':id')
  @Allow(congressRights.correct)
  @Corrects(CongressView, { summary: 'Correct what was entered wrongly; both versions are kept', problems: correcting })
  correct(@Id() id: string, @Body(valid) correction: CongressCorrection, @By() act: Act) {
    return this.congresses.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(congressRights.void)
  @Enters(CongressView, { summary: 'Take back a congress entered by mistake', problems: [StillUsed] })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.congresses.void(id, entry, act);
  }

  @Get(':id/roll')
  @Allow(delegateRights.read)
  @Lists(RollAsked, {
    summary: 'The roll: who is entitled at an instant, now by default (danh sách đại biểu có tư cách dự)',
    description:
      'Give the instant as `entitledAt`, or a day as `asOf` for its end; who was named by then is on it, also an alternate called up; a delegate replaced is not. Whoever follows it asks `/api/v1/delegates` with `congressId`, `ever=true` and `updatedSince`, or for the roll again.',
  })
  async roll(@Id() id: string, @WantedOf(RollAsked) wanted: Wanted, @By() act: Act) {
    await this.reader.require(CongressView, id, wanted, act);
    return this.reader.page(Roll, rollOf(id, wanted), act);
  }

  @Post(':id/delegations')
  @Allow(delegationRights.record, { bulk: true })
  @Enters(DelegationView, {
    summary: 'Enter a delegation with its seats, and the delegates known so far (đoàn đại biểu)',
    problems: sending,
  })
  send(@Id() id: string, @Body(valid) entry: DelegationEntry, @By() act: Act) {
    return this.delegations.record(id, entry, act);
  }

  @Post(':id/delegations/batches')
  @Allow(delegationRights.record, { bulk: true })
  @EntersMany({ summary: 'Enter up to 500 delegations with their delegates, all or nothing', problems: sending })
  sendAll(@Id() id: string, @Body(valid) batch: DelegationBatch, @By() act: Act) {
    return this.delegations.recordAll(id, batch, act);
  }
}
