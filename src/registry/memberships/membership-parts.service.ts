import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import { Membership, MembershipExit, MembershipSuspension } from './membership.entity.js';
import { MembershipExitView, MembershipSuspensionView } from './membership-parts.view.js';
import { refuseOverlap } from './membership-periods.js';

/** Exits and suspensions that were entered by mistake; the right ones are entered anew. */
@Injectable()
export class MembershipPartsService {
  constructor(private readonly work: Work) {}

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
