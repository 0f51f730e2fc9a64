import { many, ReadModel } from '../platform/reading/read-model.js';
import { AwardView } from '../registry/awards/award.view.js';
import { awardedByDay } from '../registry/awards/award-standing.js';
import { DelegateView } from '../registry/congresses/delegate.view.js';
import { MembershipView } from '../registry/memberships/membership.view.js';
import { OrganizationView } from '../registry/organizations/organization.view.js';
import { PositionView } from '../registry/people/position.view.js';
import { SupportedModelView } from '../registry/targets/supported-model.view.js';
import { TrainingParticipationView } from '../registry/training/participation.view.js';
import { partOf } from './part-of.js';

const without = ['organization'];

/** Its list joins organisations under the alias of this answer's own, so it is told from its table alone. */
class MembershipTold extends ReadModel({
  ...partOf(MembershipView, { without, where: 'm.voided_at is null' }),
  from: 'memberships m',
}) {}
class PositionInOrganization extends ReadModel(partOf(PositionView, { without })) {}
class DelegateOfOrganization extends ReadModel(partOf(DelegateView, { without })) {}
class AwardOfOrganization extends ReadModel(partOf(AwardView, { without, where: awardedByDay })) {}
class TrainingOfOrganization extends ReadModel(partOf(TrainingParticipationView, { without })) {}
class ModelOfOrganization extends ReadModel(partOf(SupportedModelView, { without })) {}

/** What the registry holds about the organisation that a member's account speaks for, in one answer. */
export class OwnOrganization extends ReadModel({
  says: 'One’s own organisation, with membership, officers, delegates, awards, training and supported models',
  from: OrganizationView.from,
  scopes: { organization: OrganizationView.scopes.organization },
  version: 'o.version',
  fields: {
    ...OrganizationView.fields,
    memberships: many(
      MembershipTold,
      'm.organization_id = o.id',
      'All its memberships with their standing on the day, latest first',
      { orderBy: 'm.admitted_on desc, m.id' },
    ),
    positions: many(PositionInOrganization, 'po.organization_id = o.id', 'Who holds which position in it on the day', {
      orderBy: 'po.valid_from, po.id',
    }),
    delegates: many(DelegateOfOrganization, 'dg.organization_id = o.id', 'Its delegates to congresses, latest first', {
      orderBy: 'c.starts_on desc, dg.alternate_rank nulls first, dg.id',
    }),
    awards: many(
      AwardOfOrganization,
      'a.organization_id = o.id',
      'Awards to it and to individuals of it, standing or revoked, latest first',
      { orderBy: 'ad.decided_on desc, a.id' },
    ),
    trainings: many(TrainingOfOrganization, 'tp.organization_id = o.id', 'Who took part in courses for it', {
      orderBy: 'course.ends_on desc, tp.id',
    }),
    supportedModels: many(ModelOfOrganization, 'sm.organization_id = o.id', 'What it is a model of on the day', {
      orderBy: 'sm.valid_from, sm.id',
    }),
  },
}) {}
