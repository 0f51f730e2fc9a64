import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, By, Id } from '../../platform/http/allow.js';
import { AsOf, Corrects, Enters, Shows } from '../../platform/http/describe.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import { VoidingEntry } from '../../platform/records/entries.js';
import { valid } from '../../platform/records/valid-entry.js';
import type { Act } from '../../platform/rights/act.js';
import { ExitCorrection } from './membership.entity.js';
import { MembershipPartsService } from './membership-parts.service.js';
import { MembershipCategoryChangeView, MembershipExitView, MembershipSuspensionView } from './membership-parts.view.js';
import { AlreadyMember, BeforeAdmission, CategoryOutside, SuspensionOutside } from './memberships.problems.js';
import { membershipRights } from './memberships.rights.js';

/** Exits, suspensions and changes of category by themselves: to correct or to take back. */
@ApiTags('Members')
@Controller('api/v1')
export class MembershipPartsController {
  constructor(
    private readonly reader: Reader,
    private readonly parts: MembershipPartsService,
  ) {}

  @Get('membership-exits/:id')
  @Allow(membershipRights.read)
  @Shows(MembershipExitView, { summary: 'How one membership ended' })
  exit(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(MembershipExitView, id, wanted, act);
  }

  @Patch('membership-exits/:id')
  @Allow(membershipRights.correct)
  @Corrects(MembershipExitView, {
    summary: 'Correct how a membership ended; both versions are kept',
    problems: [AlreadyMember, BeforeAdmission, SuspensionOutside, CategoryOutside],
  })
  correctExit(@Id() id: string, @Body(valid) correction: ExitCorrection, @By() act: Act) {
    return this.parts.correctExit(id, correction, act);
  }

  @Post('membership-exits/:id/voidings')
  @Allow(membershipRights.end)
  @Enters(MembershipExitView, {
    summary: 'Take back an exit entered by mistake: the membership goes on',
    problems: [AlreadyMember],
  })
  voidExit(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.parts.voidExit(id, entry, act);
  }

  @Get('membership-suspensions/:id')
  @Allow(membershipRights.read)
  @Shows(MembershipSuspensionView, { summary: 'One suspension of a membership' })
  suspension(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(MembershipSuspensionView, id, wanted, act);
  }

  @Post('membership-suspensions/:id/voidings')
  @Allow(membershipRights.suspend)
  @Enters(MembershipSuspensionView, {
    summary: 'Take back a suspension entered by mistake, and its end with it',
    description: 'Where only its end was a mistake, enter the suspension again without it.',
  })
  voidSuspension(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.parts.voidSuspension(id, entry, act);
  }

  @Get('membership-category-changes/:id')
  @Allow(membershipRights.read)
  @Shows(MembershipCategoryChangeView, { summary: 'One change of the category of a membership' })
  categoryChange(@Id() id: string, @AsOf() wanted: Wanted, @By() act: Act) {
    return this.reader.one(MembershipCategoryChangeView, id, wanted, act);
  }

  @Post('membership-category-changes/:id/voidings')
  @Allow(membershipRights.categorize)
  @Enters(MembershipCategoryChangeView, { summary: 'Take back a change of category entered by mistake' })
  voidCategoryChange(@Id() id: string, @Body(valid) entry: VoidingEntry, @By() act: Act) {
    return this.parts.voidCategoryChange(id, entry, act);
  }
}
