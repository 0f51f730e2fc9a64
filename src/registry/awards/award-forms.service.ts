import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { overlap } from '../../platform/time/period.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { isCommon } from '../alliances/common-or-own.js';
import { AwardForm, type AwardFormCorrection, type AwardFormEntry } from './award-form.entity.js';
import { AwardFormView } from './award-form.view.js';
import {
  AwardFormCodeTaken,
  AwardFormForNobody,
  AwardFormInUse,
  AwardFormOfAll,
  AwardFormPeriod,
} from './award-forms.problems.js';

const refuseReversed = endsAfter('validFrom', 'validTo', AwardFormPeriod);

/** The catalogue of what can be awarded: common to all alliances, and an alliance's own beside it. */
@Injectable()
export class AwardFormsService {
  constructor(private readonly work: Work) {}

  /** Add a form of the alliance's own. (Ghi danh hiệu, hình thức riêng) @throws AwardFormCodeTaken, …Period, …ForNobody */
  record({ reason, sourceDocumentId, ...content }: AwardFormEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      await refuseImpossible(registry, content);
      const form = await registry.add(AwardForm, content);
      return registry.showCreated(AwardFormView, form.id);
    });
  }

  /** Correct a form of the alliance's own; history keeps both versions. (Sửa) @throws also AwardFormOfAll, AwardFormInUse */
  correct(id: string, { reason, sourceDocumentId, ...correction }: AwardFormCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const form = await takeOwn(registry, id);
      const corrected = { ...form, ...correction };
      refuseReversed(corrected, correction);
      await refuseImpossible(registry, corrected);
      await refuseInUse(registry, corrected, UNFIT);
      await registry.correct(form, correction);
      return registry.show(AwardFormView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const form = await takeOwn(registry, id);
      await refuseInUse(registry, form, 'true');
      await registry.void(form, entry.reason);
      return registry.showCreated(AwardFormView, id);
    });
  }
}

async function takeOwn(registry: Registry, id: string): Promise<AwardForm> {
  const form = await registry.take(AwardForm, id);
  if (isCommon(form)) throw AwardFormOfAll({ name: form.nameVi });
  return form;
}

async function refuseImpossible(registry: Registry, form: Partial<AwardForm> & AwardFormContent): Promise<void> {
  const { code } = form;
  if (!form.toCollective && !form.toIndividual) throw AwardFormForNobody().at('/toCollective');
  const others = await registry.find(AwardForm, { code });
  const taken = others.find((other) => other.id !== form.id && overlap(other, form));
  if (taken) throw AwardFormCodeTaken({ code, from: taken.validFrom }).at('/code');
}

async function refuseInUse(registry: Registry, form: AwardForm, which: string): Promise<void> {
  const { id, nameVi, toCollective, toIndividual, validFrom, validTo } = form;
  const [used] = await registry.ask<{ count: number }>(
    `select count(*)::integer as count from awards a join award_decisions ad on ad.id = a.decision_id
     where a.form_id = :id and a.voided_at is null and (${which})`,
    { id, toCollective, toIndividual, validFrom, validTo },
  );
  if (used?.count) throw AwardFormInUse({ name: nameVi, count: used.count });
}

type AwardFormContent = Pick<AwardForm, 'code' | 'toCollective' | 'toIndividual' | 'validFrom' | 'validTo'>;

/** Awards that would be of no such form any more. */
const UNFIT = `case a.recipient_kind when 'collective' then not :toCollective::boolean else not :toIndividual::boolean end
  or ad.decided_on < :validFrom or ad.decided_on >= :validTo`;
