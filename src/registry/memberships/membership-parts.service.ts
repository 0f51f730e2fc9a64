import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import { Membership, MembershipExit, MembershipSuspension, type ExitCorrection } from './membership.entity.js';
import { MembershipExitView, MembershipSuspensionView } from './membership-parts.view.js';
import { refuseBeforeAdmission, refuseOverlap, refuseSuspensionsOutside } from './membership-periods.js';

/** Exits that were entered wrongly, exits and suspensions that were entered by mistake. */
@Injectable()
export class MembershipPartsService {
  constructor(private readonly work: Work) {}

  /** Correct how it ended, also where the organisation was admitted again since. (Sửa) @throws AlreadyMember */
  correctExit(id: string, { reason, sourceDocumentId, ...correction }: ExitCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { membershipId } = await registry.look(MembershipExit, id);
      const membership = await registry.hold(Membership, membershipId);
      const exit = await registry.take(MembershipExit, id);
      const { endedOn } = { ...exit, ...correction };
      const corrected = { ...membership, endedOn };
      refuseBeforeAdmission(membership, endedOn, '/endedOn');
      await refuseSuspensionsOutside(registry, corrected, '/endedOn');
      await refuseOverlap(registry, corrected, '/endedOn');
      await registry.correct(exit, correction);
      if (endedOn !== membership.endedOn) await registry.change(membership, { endedOn });
      return registry.show(MembershipExitView, id);
    });
  }

  /** The exit was entered by mistake: the membership goes on. (Hủy ghi nhầm việc ra) @throws AlreadyMember */
  voidExit(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const { membershipId } = await registry.look(MembershipExit, id);
      const membership = await registry.hold(Membership, membershipId);
      const exit = await registry.take(MembershipExit, id);
      await refuseOverlap(registry, { ...membership, endedOn: null });
      await registry.void(exit, entry.reason);
      await registry.change(membership, { endedOn: null });
      return registry.showCreated(MembershipExitView, id);
    });
  }

  /** The suspension was entered by mistake, and its end with it. (Hủy ghi nhầm đình chỉ) */
  voidSuspension(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(MembershipSuspension, MembershipSuspensionView, id, entry, act, async (registry) => {
      const { membershipId } = await registry.look(MembershipSuspension, id);
      await registry.hold(Membership, membershipId);
    });
  }
}
