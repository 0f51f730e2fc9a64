import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HistoryView } from '../../platform/audit/history.view.js';
import { History } from '../../platform/audit/history.js';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Lists, Shows, WantedOf } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import {
  AdmissionEntry,
  CategoryChangeEntry,
  ExitEntry,
  MembershipCorrection,
  ResumptionEntry,
  SuspensionEntry,
} from './membership.entity.js';
import { MembershipView } from './membership.view.js';
import * as problems from './memberships.problems.js';
import { membershipRights } from './memberships.rights.js';
import { MembershipsService } from './memberships.service.js';

@ApiTags('Members')
@Controller('api/v1/memberships')
export class MembershipsController {
  constructor(
    private readonly reader: Reader,
    private readonly memberships: MembershipsService,
    private readonly histories: History,
  ) {}

  @Get()
  @Allow(membershipRights.read)
  @Lists(MembershipView, {
    summary: 'Who was a member on a day',
    description: 'With `ever=true` also those not yet admitted, ended or voided.',
  })
  list(@WantedOf(MembershipView) wanted: Wanted, @By() act: Act) {
    return this.reader.page(MembershipView, wanted, act);
  }

  @Get(':id')
  @Allow(membershipRights.read)
  @Shows(MembershipView, { summary: 'One membership as it stood on a day' })
  one(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(MembershipView, id, wanted, act);
  }

  @Get(':id/history')
  @Allow(membershipRights.read)
  @Lists(HistoryView, { summary: 'What was written about a membership, by whom and why' })
  history(@Id() id: string, @WantedOf(HistoryView) wanted: Wanted, @By() act: Act) {
    return this.histories.of(MembershipView, id, wanted, act);
  }

  @Post()
  @Allow(membershipRights.admit)
  @Enters(MembershipView, {
    summary: 'Admit an organisation (kết nạp)',
    description: 'A membership of long ago is entered with its end, in `exits`, also where a later one is recorded.',
    problems: [problems.AlreadyMember, problems.NumberTaken, problems.BeforeAdmission],
  })
  admit(@Body(valid) entry: AdmissionEntry, @By() act: Act) {
    return this.memberships.admit(entry, act);
  }

  @Patch(':id')
  @Allow(membershipRights.correct)
  @Corrects(MembershipView, {
    summary: 'Correct what was entered wrongly; both versions are kept',
    problems: [
      problems.AlreadyMember,
      problems.NumberTaken,
      problems.AdmittedAfterExit,
      problems.SuspensionOutside,
      problems.CategoryOutside,
      problems.CategoryHasChanged,
    ],
  })
  correct(@Id() id: string, @Body(valid) correction: MembershipCorrection, @By() act: Act) {
    return this.memberships.correct(id, correction, act);
  }

  @Post(':id/category-changes')
  @Allow(membershipRights.categorize)
  @Enters(MembershipView, {
    summary: 'Give a membership another category from a day on (chuyển loại thành viên)',
    description:
      'A category that was entered wrongly at the admission is corrected instead, while no change is recorded.',
    problems: [problems.CategoryAlready, problems.CategoryDayTaken, problems.MembershipEnded, problems.BeforeAdmission],
  })
  categorize(@Id() id: string, @Body(valid) entry: CategoryChangeEntry, @By() act: Act) {
    return this.memberships.categorize(id, entry, act);
  }

  @Post(':id/exits')
  @Allow(membershipRights.end)
  @Enters(MembershipView, {
    summary: 'End a membership (ra khỏi Liên minh)',
    problems: [
      problems.MembershipEnded,
      problems.BeforeAdmission,
      problems.SuspensionOutside,
      problems.CategoryOutside,
    ],
  })
  end(@Id() id: string, @Body(valid) entry: ExitEntry, @By() act: Act) {
    return this.memberships.end(id, entry, act);
  }

  @Post(':id/suspensions')
  @Allow(membershipRights.suspend)
  @Enters(MembershipView, {
    summary: 'Suspend a membership (đình chỉ)',
    problems: [
      problems.MembershipEnded,
      problems.BeforeAdmission,
      problems.BeforeSuspension,
      problems.AlreadySuspended,
      problems.SuspensionOutside,
    ],
  })
  suspend(@Id() id: string, @Body(valid) entry: SuspensionEntry, @By() act: Act) {
    return this.memberships.suspend(id, entry, act);
  }

  @Post(':id/resumptions')
  @Allow(membershipRights.suspend)
  @Enters(MembershipView, {
    summary: 'End a suspension (khôi phục)',
    problems: [problems.NotSuspended, problems.BeforeSuspension, problems.SuspensionOutside],
  })
  resume(@Id() id: string, @Body(valid) entry: ResumptionEntry, @By() act: Act) {
    return this.memberships.resume(id, entry, act);
  }

  @Post(':id/voidings')
  @Allow(membershipRights.void)
  @Enters(MembershipView, { summary: 'Take back a membership entered by mistake; it stays in the history' })
  void(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.memberships.void(id, entry, act);
  }
}
