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
import { DelegateCorrection, SubstitutionEntry } from './congress.entries.js';
import { PersonErased } from '../people/people.problems.js';
import * as problems from './congresses.problems.js';
import { delegateRights } from './congresses.rights.js';
import { DelegateHistoryView, everReplacedBy } from './delegate-history.view.js';
import { DelegateView } from './delegate.view.js';
import { DelegatesService } from './delegates.service.js';
import { SubstitutionsService } from './substitutions.service.js';

@ApiTags('Congresses')
@Controller('api/v1')
export class DelegatesController {
  constructor(
    private readonly reader: Reader,
    private readonly delegates: DelegatesService,
    private readonly substitutions: SubstitutionsService,
    private readonly histories: History,
  ) {}

  @Get('delegates')
  @Allow(delegateRights.read)
  @Lists(DelegateView, {
    summary: 'The delegates to congresses; with `entitledAt` the roll of an instant (đại biểu)',
  })
  list(@WantedOf(DelegateView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(DelegateView, wanted, act);
  }

  @Get('delegates/:id')
  @Allow(delegateRights.read)
  @Shows(DelegateView, { summary: 'One delegate, with who replaced whom' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(DelegateView, id, wanted, act);
  }

  @Get('delegates/:id/history')
  @Allow(delegateRights.read)
  @Lists(DelegateHistoryView, { summary: 'What was written about a delegate, by whom and why' })
  async history(@Id() id: string, @WantedOf(DelegateHistoryView) wanted: Wanted, @By() act: Act) {
    const replaced = await everReplacedBy(this.reader, id, act);
    return this.histories.of(DelegateView, id, wanted, act, DelegateHistoryView, replaced);
  }

  @Patch('delegates/:id')
  @Allow(delegateRights.correct)
  @Corrects(DelegateView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [
      problems.SeatsTaken,
      problems.RankTaken,
      problems.RankOfAlternates,
      StillUsed,
      problems.NamedAfterCongress,
      problems.SubstitutedBeforeNaming,
    ],
  })
  correct(@Id() id: string, @Body(valid) correction: DelegateCorrection, @By() act: Act) {
    return this.delegates.correct(id, correction, act);
  }

  @Post('delegates/:id/voidings')
  @Allow(delegateRights.void)
  @Enters(DelegateView, { summary: 'Take back a delegate entered by mistake', problems: [StillUsed] })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.delegates.void(id, entry, act);
  }

  @Post('delegates/:id/substitutions')
  @Allow(delegateRights.substitute)
  @Enters(DelegateView, {
    summary: 'Call up an alternate for a delegate who cannot attend (gọi dự khuyết); without one the seat stays empty',
    problems: [
      problems.NotEntitled,
      problems.NotAnAlternate,
      problems.SubstitutedAfterCongress,
      problems.SubstitutedBeforeNaming,
      problems.SubstitutedBeforeEmpty,
      problems.SeatsTaken,
      PersonErased,
    ],
  })
  substitute(@Id() id: string, @Body(valid) entry: SubstitutionEntry, @By() act: Act) {
    return this.substitutions.substitute(id, entry, act);
  }

  @Post('delegate-substitutions/:id/voidings')
  @Allow(delegateRights.substitute)
  @Enters(DelegateView, {
    summary: 'Take back a substitution entered by mistake',
    problems: [StillUsed, problems.SeatsTaken],
  })
  voidSubstitution(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.substitutions.void(id, entry, act);
  }
}
