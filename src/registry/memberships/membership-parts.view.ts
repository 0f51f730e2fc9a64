import { one, ReadModel } from '../../platform/reading/read-model.js';
import { code, day, id, text, writesOf } from '../../platform/reading/view-fields.js';
import { Paper } from '../documents/paper.view.js';
import { membershipCategories, membershipExits } from './membership.entity.js';

const exitFields = {
  id: id('x.id', 'Its id'),
  kind: code(membershipExits, 'x.kind', 'Kind of exit'),
  endedOn: day('x.ended_on', 'First day no longer a member'),
  ground: text('x.ground', 'Ground', { nullable: true }),
  document: one(Paper, 'd.id = x.document_id', 'The decision'),
};

export class ExitOfMembership extends ReadModel({
  says: 'How the membership ended',
  from: 'membership_exits x',
  where: 'x.voided_at is null',
  scopes: {},
  fields: exitFields,
}) {}

export class MembershipExitView extends ReadModel({
  says: 'How a membership ended; by itself, voided or not',
  from: 'membership_exits x join memberships m on m.id = x.membership_id',
  scopes: { alliance: 'x.alliance_id', organization: 'm.organization_id' },
  version: 'x.version',
  fields: { ...exitFields, membershipId: id('x.membership_id', 'The membership'), ...writesOf('x') },
}) {}

const suspensionFields = {
  id: id('s.id', 'Its id'),
  suspendedOn: day('s.suspended_on', 'First day of the suspension'),
  resumedOn: day('s.resumed_on', 'First day on which it counted again', { nullable: true }),
  ground: text('s.ground', 'Ground', { nullable: true }),
  document: one(Paper, 'd.id = s.document_id', 'The decision'),
};

export class SuspensionOfMembership extends ReadModel({
  says: 'A time in which the membership rested',
  from: 'membership_suspensions s',
  where: 's.voided_at is null',
  scopes: {},
  fields: suspensionFields,
}) {}

export class MembershipSuspensionView extends ReadModel({
  says: 'A time in which a membership rested; by itself, voided or not',
  from: 'membership_suspensions s join memberships m on m.id = s.membership_id',
  scopes: { alliance: 's.alliance_id', organization: 'm.organization_id' },
  version: 's.version',
  fields: { ...suspensionFields, membershipId: id('s.membership_id', 'The membership'), ...writesOf('s') },
}) {}

const categoryChangeFields = {
  id: id('cc.id', 'Its id'),
  category: code(membershipCategories, 'cc.category', 'Category from then on'),
  validFrom: day('cc.valid_from', 'First day of this category'),
  document: one(Paper, 'd.id = cc.document_id', 'The decision'),
};

export class CategoryChangeOfMembership extends ReadModel({
  says: 'Another category, in force until the next one',
  from: 'membership_category_changes cc',
  where: 'cc.voided_at is null',
  scopes: {},
  fields: categoryChangeFields,
}) {}

export class MembershipCategoryChangeView extends ReadModel({
  says: 'Another category of a membership; by itself, voided or not',
  from: 'membership_category_changes cc join memberships m on m.id = cc.membership_id',
  scopes: { alliance: 'cc.alliance_id', organization: 'm.organization_id' },
  version: 'cc.version',
  fields: { ...categoryChangeFields, membershipId: id('cc.membership_id', 'The membership'), ...writesOf('cc') },
}) {}
