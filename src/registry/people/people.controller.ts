import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { History } from '../../platform/audit/history.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, EntersMany, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { StillUsed } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { PeopleBatch, PersonCorrection, PersonEntry } from './people.entries.js';
import * as problems from './people.problems.js';
import { personRights } from './people.rights.js';
import { PeopleService } from './people.service.js';
import { PersonHistoryView } from './person-history.view.js';
import { PersonView } from './person.view.js';

@ApiTags('People')
@Controller('api/v1/people')
export class PeopleController {
  constructor(
    private readonly reader: Reader,
    private readonly people: PeopleService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(personRights.read)
  @Lists(PersonView, {
    summary: 'The people, by given, family and middle name (tên, họ, đệm)',
    description:
      'With `ever=true` also those taken back. `organizationId` and `position` ask for positions held on the day.',
  })
  list(@WantedOf(PersonView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(PersonView, wanted, act);
  }

  @Get(':id')
  @Allow(personRights.read)
  @Shows(PersonView, { summary: 'One person, with the positions held now and ever' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(PersonView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(personRights.readHistory)
  @Lists(PersonHistoryView, {
    summary: 'What was written about a person and the positions, by whom and why',
    description: 'Personal values stand in `personalChanges`, for those who may see them.',
  })
  history(@Id() id: string, @WantedOf(PersonHistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(PersonView, id, wanted, act, PersonHistoryView);
  }

  @Post()
  @Allow(personRights.record)
  @Enters(PersonView, { summary: 'Enter a person', problems: [problems.IdentityNumberTaken] })
  record(@Body(valid) entry: PersonEntry, @By() act: Act) {
    return this.people.record(entry, act);
  }

  @Post('batches')
  @Allow(personRights.record, { bulk: true })
  @EntersMany({
    summary: 'Enter up to 500 people with the positions they hold, all or nothing',
    description:
      'Each refusal stands at its pointer, `/items/17/positions/0/validTo`. The answer lists the ids of the people in the order sent.',
    problems: [problems.IdentityNumberTaken],
  })
  recordAll(@Body(valid) batch: PeopleBatch, @By() act: Act) {
    return this.people.recordAll(batch, act);
  }

  @Patch(':id')
  @Allow(personRights.correct)
  @Corrects(PersonView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [problems.IdentityNumberTaken, problems.PersonErased],
  })
  correct(@Id() id: string, @Body(valid) correction: PersonCorrection, @By() act: Act) {
    return this.people.correct(id, correction, act);
  }

  @Post(':id/voidings')
  @Allow(personRights.void)
  @Enters(PersonView, {
    summary: 'Take back a person entered by mistake; it stays in the history',
    problems: [StillUsed],
  })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.people.void(id, entry, act);
  }
}
