import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { addOnFreeDay } from '../../platform/writing/free-day.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import {
  Membership,
  MembershipCategoryChange,
  MembershipExit,
  MembershipSuspension,
  type AdmissionEntry,
  type CategoryChangeEntry,
  type ExitEntry,
  type MembershipCorrection,
  type ResumptionEntry,
  type SuspensionEntry,
} from './membership.entity.js';
import {
  refuseBeforeAdmission,
  refuseOverlap,
  refuseSuspensionOutside,
  refusePartsOutside,
  refuseSuspensionsOverlap,
} from './membership-periods.js';
import { MembershipView } from './membership.view.js';
import {
  AdmittedAfterExit,
  BeforeSuspension,
  CategoryAlready,
  CategoryDayTaken,
  CategoryHasChanged,
  MembershipEnded,
  NotSuspended,
  NumberTaken,
} from './memberships.problems.js';

const refuseResumedEarly = endsAfter('suspendedOn', 'resumedOn', BeforeSuspension, { sameDay: true });

/** Who is a member of the alliance, since when and until when, by which decisions. */
@Injectable()
export class MembershipsService {
  constructor(private readonly work: Work) {}

  /** Admit an organisation on a decision, or enter a membership of long ago with its end. (Kết nạp) @throws AlreadyMember, NumberTaken */
  admit({ reason, sourceDocumentId, exits: [exit] = [], ...content }: AdmissionEntry, act: Act) {
    const { organizationId, number, admittedOn } = content;
    const endedOn = exit?.endedOn ?? null;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { allianceId } = registry;
      if (endedOn !== null) refuseBeforeAdmission({ admittedOn }, endedOn, '/exits/0/endedOn');
      await refuseOverlap(registry, { allianceId, organizationId, admittedOn, endedOn }, '/admittedOn');
      await refuseNumber(registry, { allianceId, number });
      const membership = await registry.add(Membership, { ...content, endedOn });
      if (exit) await registry.add(MembershipExit, { membershipId: membership.id, ...exit }, '/exits/0');
      return registry.showCreated(MembershipView, membership.id, { asOf: admittedOn });
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws CategoryHasChanged */
  correct(id: string, { reason, sourceDocumentId, ...correction }: MembershipCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const membership = await registry.take(Membership, id);
      const corrected = { ...membership, ...correction };
      const { admittedOn, endedOn } = corrected;
      if (endedOn && endedOn < admittedOn) throw AdmittedAfterExit({ endedOn }).at('/admittedOn');
      await refusePartsOutside(registry, corrected, '/admittedOn');
      await refuseOverlap(registry, corrected, '/admittedOn');
      if (corrected.category !== membership.category) await refuseChangedSince(registry, id);
      if (corrected.number !== membership.number) await refuseNumber(registry, corrected);
      await registry.correct(membership, correction);
      return registry.show(MembershipView, id);
    });
  }

  /** A decision gives the membership another category. (Chuyển loại thành viên) @throws CategoryAlready, CategoryDayTaken, MembershipEnded, BeforeAdmission */
  categorize(id: string, { reason, sourceDocumentId, ...content }: CategoryChangeEntry, act: Act) {
    const { validFrom, category } = content;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const membership = await registry.take(Membership, id);
      const { allianceId, endedOn } = membership;
      if (endedOn && endedOn <= validFrom) throw MembershipEnded({ on: endedOn }).at('/validFrom');
      refuseBeforeAdmission(membership, validFrom, '/validFrom');
      const changes = await changesOf(registry, id);
      const before = changes.findLast((change) => change.validFrom < validFrom) ?? membership;
      if (before.category === category) throw CategoryAlready({ validFrom }).at('/category');
      const owner = { allianceId, membershipId: id };
      await addOnFreeDay(registry, MembershipCategoryChange, owner, content, CategoryDayTaken);
      return registry.showCreated(MembershipView, id, { asOf: validFrom });
    });
  }

  /** The membership ends: withdrawal, expulsion, removal, dissolution or merger. (Ra khỏi Liên minh) */
  end(id: string, { reason, sourceDocumentId, ...content }: ExitEntry, act: Act) {
    const { endedOn } = content;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const membership = await registry.take(Membership, id);
      if (membership.endedOn) throw MembershipEnded({ on: membership.endedOn });
      refuseBeforeAdmission(membership, endedOn, '/endedOn');
      await refusePartsOutside(registry, { ...membership, endedOn }, '/endedOn');
      const { allianceId } = membership;
      await registry.add(MembershipExit, { allianceId, membershipId: id, ...content });
      await registry.change(membership, { endedOn });
      return registry.showCreated(MembershipView, id, { asOf: endedOn });
    });
  }

  /** The membership rests until it is resumed, or did so for a time. (Đình chỉ) */
  suspend(id: string, { reason, sourceDocumentId, ...content }: SuspensionEntry, act: Act) {
    const { suspendedOn } = content;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const membership = await registry.take(Membership, id);
      const { allianceId, endedOn } = membership;
      if (endedOn && endedOn < suspendedOn) throw MembershipEnded({ on: endedOn }).at('/suspendedOn');
      refuseBeforeAdmission(membership, suspendedOn, '/suspendedOn');
      refuseResumedEarly(content);
      const suspension = { allianceId, membershipId: id, ...content };
      await refuseSuspensionsOverlap(registry, suspension);
      refuseSuspensionOutside(membership, suspension, '/suspendedOn');
      await registry.add(MembershipSuspension, suspension);
      return registry.showCreated(MembershipView, id, { asOf: suspendedOn });
    });
  }

  /** The suspension ends; the membership counts again. (Khôi phục) */
  resume(id: string, { resumedOn, ...grounds }: ResumptionEntry, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      const membership = await registry.take(Membership, id);
      const [suspension] = await registry.find(MembershipSuspension, { membershipId: id, resumedOn: null });
      if (!suspension) throw NotSuspended();
      refuseResumedEarly({ ...suspension, resumedOn });
      refuseSuspensionOutside(membership, { ...suspension, resumedOn }, '/resumedOn');
      await registry.change(suspension, { resumedOn });
      return registry.showCreated(MembershipView, id, { asOf: resumedOn });
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Membership, MembershipView, id, entry, act);
  }
}

/** The changes of its category, in the order of their days. */
async function changesOf(registry: Registry, membershipId: string): Promise<MembershipCategoryChange[]> {
  const changes = await registry.find(MembershipCategoryChange, { membershipId });
  return changes.sort((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
}

/** An answer has the category of its day, which sent back as that of the admission would change the past. @throws CategoryHasChanged */
async function refuseChangedSince(registry: Registry, membershipId: string): Promise<void> {
  const [first] = await changesOf(registry, membershipId);
  if (first) throw CategoryHasChanged({ validFrom: first.validFrom }).at('/category');
}

async function refuseNumber(registry: Registry, membership: Numbered): Promise<void> {
  const { id = null, allianceId, number } = membership;
  const [same] = await registry.ask<{ number: string }>(SAME_NUMBER, { id, allianceId, number });
  if (same) throw NumberTaken({ number: same.number }).at('/number');
}

type Numbered = Pick<Membership, 'allianceId' | 'number'> & { id?: string };
/** Another membership has the number, however it is typed. */
const SAME_NUMBER = `select number from memberships
  where alliance_id = :allianceId and number_key(number) = number_key(:number) and id is distinct from :id and voided_at is null`;
