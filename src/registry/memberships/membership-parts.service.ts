import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import {
  Membership,
  MembershipCategoryChange,
  MembershipExit,
  MembershipSuspension,
  type ExitCorrection,
} from './membership.entity.js';
import { MembershipCategoryChangeView, MembershipExitView, MembershipSuspensionView } from './membership-parts.view.js';
import { refuseBeforeAdmission, refuseOverlap, refusePartsOutside } from './membership-periods.js';

/** Exits that were entered wrongly; exits, suspensions and changes of category that were entered by mistake. */
@Injectable()
export class MembershipPartsService {
  constructor(private readonly work: Work) {}

  /** Correct how it ended, also where the organisation was admitted again since. (Sửa) @throws AlreadyMember */
  correctExit(id: string, { reason, sourceDocumentId, ...correction }: ExitCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const exit = await registry.take(MembershipExit, id);
      const membership = await registry.hold(Membership, exit.membershipId);
      const { endedOn } = { ...exit, ...correction };
      const corrected = { ...membership, endedOn };
      refuseBeforeAdmission(membership, endedOn, '/endedOn');
      await refusePartsOutside(registry, corrected, '/endedOn');
      await refuseOverlap(registry, corrected, '/endedOn');
      await registry.correct(exit, correction);
      if (endedOn !== membership.endedOn) await registry.change(membership, { endedOn });
      return registry.show(MembershipExitView, id);
    });
  }

  /** The exit was entered by mistake: the membership goes on. (Hủy ghi nhầm việc ra) @throws AlreadyMember */
  voidExit(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const exit = await registry.take(MembershipExit, id);
      const membership = await registry.hold(Membership, exit.membershipId);
      await refuseOverlap(registry, { ...membership, endedOn: null });
      await registry.void(exit, entry.reason);
      await registry.change(membership, { endedOn: null });
      return registry.showCreated(MembershipExitView, id);
    });
  }

  /** The suspension was entered by mistake, and its end with it. (Hủy ghi nhầm đình chỉ) */
  voidSuspension(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(MembershipSuspension, MembershipSuspensionView, id, entry, act);
  }

  /** The change of category was entered by mistake: the category before it goes on. (Hủy ghi nhầm việc chuyển loại) */
  voidCategoryChange(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(MembershipCategoryChange, MembershipCategoryChangeView, id, entry, act);
  }
}
