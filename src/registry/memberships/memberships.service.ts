import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import {
  Membership,
  MembershipExit,
  MembershipSuspension,
  type AdmissionEntry,
  type ExitEntry,
  type MembershipCorrection,
  type ResumptionEntry,
  type SuspensionEntry,
} from './membership.entity.js';
import { MembershipView } from './membership.view.js';
import {
  AlreadyMember,
  AlreadySuspended,
  BeforeAdmission,
  BeforeSuspension,
  MembershipEnded,
  NotSuspended,
  NumberTaken,
} from './memberships.problems.js';

/** Who is a member of the alliance, since when and until when, by which decisions. */
@Injectable()
export class MembershipsService {
  constructor(private readonly work: Work) {}

  /** Admit an organisation on a decision. (Kết nạp) @throws AlreadyMember, NumberTaken */
  admit({ reason, sourceDocumentId, ...content }: AdmissionEntry, act: Act) {
    const { organizationId, number, admittedOn } = content;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await this.refuseOverlap(registry, { organizationId, admittedOn, endedOn: null });
      await this.refuseNumber(registry, number);
      const membership = await registry.add(Membership, content);
      return registry.enter(MembershipView, membership.id, { asOf: admittedOn });
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) */
  correct(id: string, { reason, sourceDocumentId, ...correction }: MembershipCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const membership = await registry.take(Membership, id);
      const corrected = { ...membership, ...correction };
      if (corrected.endedOn && corrected.endedOn < corrected.admittedOn) {
        throw BeforeAdmission({ admittedOn: corrected.admittedOn });
      }
      await this.refuseOverlap(registry, corrected);
      if (corrected.number !== membership.number) await this.refuseNumber(registry, corrected.number);
      await registry.change(membership, correction);
      return registry.show(MembershipView, id);
    });
  }

  /** The membership ends: withdrawal, expulsion, removal, dissolution or merger. (Ra khỏi Liên minh) */
  end(id: string, { kind, endedOn, ground, documentId, ...grounds }: ExitEntry, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      const membership = await this.takeStanding(registry, id, endedOn);
      await registry.add(MembershipExit, { membershipId: id, kind, endedOn, ground, documentId });
      await registry.change(membership, { endedOn });
      return registry.enter(MembershipView, id, { asOf: endedOn });
    });
  }

  /** The membership rests until it is resumed. (Đình chỉ) */
  suspend(id: string, { suspendedOn, ground, documentId, ...grounds }: SuspensionEntry, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      await this.takeStanding(registry, id, suspendedOn);
      const earlier = await registry.find(MembershipSuspension, { membershipId: id });
      const standing = earlier.find(({ resumedOn }) => resumedOn === null || resumedOn > suspendedOn);
      if (standing) throw AlreadySuspended({ from: standing.suspendedOn });
      await registry.add(MembershipSuspension, { membershipId: id, suspendedOn, ground, documentId });
      return registry.enter(MembershipView, id, { asOf: suspendedOn });
    });
  }

  /** The suspension ends; the membership counts again. (Khôi phục) */
  resume(id: string, { resumedOn, ...grounds }: ResumptionEntry, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      await registry.take(Membership, id);
      const [suspension] = await registry.find(MembershipSuspension, { membershipId: id, resumedOn: null });
      if (!suspension) throw NotSuspended();
      if (resumedOn < suspension.suspendedOn) throw BeforeSuspension({ suspendedOn: suspension.suspendedOn });
      await registry.change(suspension, { resumedOn });
      return registry.enter(MembershipView, id, { asOf: resumedOn });
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const membership = await registry.take(Membership, id);
      await registry.void(membership, entry.reason);
      return registry.enter(MembershipView, id);
    });
  }

  private async takeStanding(registry: Registry, id: string, on: string): Promise<Membership> {
    const membership = await registry.take(Membership, id);
    if (membership.endedOn) throw MembershipEnded({ on: membership.endedOn });
    if (on < membership.admittedOn) throw BeforeAdmission({ admittedOn: membership.admittedOn });
    return membership;
  }

  private async refuseOverlap(
    registry: Registry,
    {
      id,
      organizationId,
      admittedOn,
      endedOn,
    }: Pick<Membership, 'organizationId' | 'admittedOn' | 'endedOn'> & { id?: string },
  ): Promise<void> {
    const others = await registry.find(Membership, { organizationId, allianceId: registry.allianceId });
    const overlapping = others.find(
      (other) =>
        other.id !== id &&
        (endedOn === null || other.admittedOn < endedOn) &&
        (other.endedOn === null || admittedOn < other.endedOn),
    );
    if (overlapping) throw AlreadyMember({ from: overlapping.admittedOn, number: overlapping.number });
  }

  private async refuseNumber(registry: Registry, number: string): Promise<void> {
    const [other] = await registry.find(Membership, { number, allianceId: registry.allianceId });
    if (other) throw NumberTaken({ number });
  }
}
