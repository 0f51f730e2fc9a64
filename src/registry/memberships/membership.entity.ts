import { PickType } from '@nestjs/swagger';
import { closedList, openList, type CodeOf } from '../../platform/records/code-list.js';
import { CorrectionOf, Entry, EntryOf, Items } from '../../platform/records/entries.js';
import { Code, Day, Reference, Text } from '../../platform/records/fields.js';
import { Record, RegistryRecord } from '../../platform/records/record.js';

/** Categories are the charter's: the alliance types its own. */
export const membershipCategories = openList('membership_category');
export const membershipExits = closedList('membership_exit', [
  'withdrawn',
  'expelled',
  'removed',
  'dissolved',
  'merged',
  'bankrupt',
  'struck_off',
  'divided',
  'converted',
]);

@Record('memberships', {
  says: 'An organisation in an alliance, from its admission to its exit',
  vi: 'Tư cách thành viên',
  scopes: { alliance: 'alliance_id', organization: 'organization_id' },
})
export class Membership extends RegistryRecord {
  @Reference('organizations', { says: 'The organisation', vi: 'tổ chức' }) organizationId!: string;
  @Text({ max: 40, says: 'Number in the roll of members', vi: 'số thẻ thành viên', example: '0263' }) number!: string;
  @Code(membershipCategories, { says: 'Category at the admission', vi: 'loại thành viên', example: 'official' })
  category!: string;
  @Day({ says: 'First day as a member', vi: 'ngày kết nạp', example: '2018-05-11' }) admittedOn!: string;
  @Reference('documents', { says: 'The decision to admit', vi: 'quyết định kết nạp', optional: true })
  admittedByDocumentId!: string | null;
  @Text({ max: 40, says: 'Number of the certificate', vi: 'số giấy chứng nhận thành viên', optional: true })
  certificateNumber!: string | null;
  @Day({ says: 'First day no longer a member; set by an exit', optional: true }) endedOn!: string | null;
}

@Record('membership_exits', { says: 'How a membership ended', vi: 'Ra khỏi Liên minh' })
export class MembershipExit extends RegistryRecord {
  @Reference('memberships', { says: 'The membership', isPart: true }) membershipId!: string;
  @Code(membershipExits, { says: 'Kind of exit', vi: 'hình thức ra khỏi Liên minh', example: 'withdrawn' })
  kind!: CodeOf<typeof membershipExits>;
  @Day({ says: 'First day no longer a member', vi: 'ngày chấm dứt', example: '2022-07-01' }) endedOn!: string;
  @Text({ max: 500, says: 'Ground', vi: 'lý do', optional: true }) ground!: string | null;
  @Reference('documents', { says: 'The decision', vi: 'quyết định', optional: true }) documentId!: string | null;
}

@Record('membership_suspensions', { says: 'A time in which a membership rests', vi: 'Đình chỉ tư cách thành viên' })
export class MembershipSuspension extends RegistryRecord {
  @Reference('memberships', { says: 'The membership', isPart: true }) membershipId!: string;
  @Day({ says: 'First day of the suspension', vi: 'ngày đình chỉ', example: '2021-03-01' }) suspendedOn!: string;
  @Day({ says: 'First day on which it counts again', vi: 'ngày khôi phục', optional: true, example: '2021-09-01' })
  resumedOn!: string | null;
  @Text({ max: 500, says: 'Ground', vi: 'lý do', optional: true }) ground!: string | null;
  @Reference('documents', { says: 'The decision', vi: 'quyết định', optional: true }) documentId!: string | null;
}

@Record('membership_category_changes', {
  says: 'Another category of a membership, in force until the next one',
  vi: 'Chuyển loại thành viên',
})
export class MembershipCategoryChange extends RegistryRecord {
  @Reference('memberships', { says: 'The membership', isPart: true }) membershipId!: string;
  @Code(membershipCategories, { says: 'Category from then on', vi: 'loại thành viên', example: 'associate' })
  category!: string;
  @Day({ says: 'First day of this category', vi: 'từ ngày', example: '2021-07-01' }) validFrom!: string;
  @Reference('documents', { says: 'The decision', vi: 'quyết định', optional: true }) documentId!: string | null;
}

const exitKeys = ['kind', 'endedOn', 'ground', 'documentId'] as const;
/** The end of a membership that was over before it was entered. */
export class KnownExit extends PickType(MembershipExit, exitKeys) {}
/** Kết nạp. */
export class AdmissionEntry extends EntryOf(Membership, [
  'organizationId',
  'number',
  'category',
  'admittedOn',
  'admittedByDocumentId',
  'certificateNumber',
]) {
  @Items(() => KnownExit, { says: 'How it ended, where that is known already', vi: 'ra khỏi Liên minh', max: 1 })
  exits?: KnownExit[];
}
export class MembershipCorrection extends CorrectionOf(Membership, [
  'number',
  'category',
  'admittedOn',
  'admittedByDocumentId',
  'certificateNumber',
]) {}
export class ExitEntry extends EntryOf(MembershipExit, exitKeys) {}
export class ExitCorrection extends CorrectionOf(MembershipExit, exitKeys) {}
export class SuspensionEntry extends EntryOf(MembershipSuspension, [
  'suspendedOn',
  'resumedOn',
  'ground',
  'documentId',
]) {}
/** Chuyển loại thành viên. */
export class CategoryChangeEntry extends EntryOf(MembershipCategoryChange, ['category', 'validFrom', 'documentId']) {}
/** The end of a suspension: the day is required here, as it is optional only while the suspension lasts. */
export class ResumptionEntry extends Entry {
  @Day({ says: 'First day on which the membership counts again', vi: 'ngày khôi phục', example: '2021-09-01' })
  resumedOn!: string;
}
