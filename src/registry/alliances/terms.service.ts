import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { overlap } from '../../platform/time/period.js';
import type { Registry } from '../../platform/writing/registry.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { Alliance, AllianceBody, AllianceTerm, type TermCorrection, type TermEntry } from './alliance.entity.js';
import { AllianceTermView } from './alliance-parts.view.js';
import { AllianceView } from './alliance.view.js';
import { TermEndsTooEarly, TermsOverlap } from './alliances.problems.js';

const refuseReversed = endsAfter('validFrom', 'validTo', TermEndsTooEarly);

/** Terms of office of an alliance. */
@Injectable()
export class TermsService {
  constructor(private readonly work: Work) {}

  /** A term of office. (Nhiệm kỳ) @throws TermsOverlap, TermEndsTooEarly */
  begin(allianceId: string, { reason, sourceDocumentId, ...content }: TermEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await registry.take(Alliance, allianceId);
      const term = { allianceId, ...content };
      refuseReversed(term);
      await refuseOverlap(registry, term);
      await registry.add(AllianceTerm, term);
      return registry.showCreated(AllianceView, allianceId, { asOf: term.validFrom });
    });
  }

  /** Correct a term, or say when it ended. (Sửa nhiệm kỳ) @throws TermsOverlap, TermEndsTooEarly */
  correct(id: string, { reason, sourceDocumentId, ...correction }: TermCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const term = await registry.take(AllianceTerm, id);
      const corrected = { ...term, ...correction };
      refuseReversed(corrected, correction);
      await refuseOverlap(registry, corrected);
      await registry.correct(term, correction);
      return registry.show(AllianceTermView, id);
    });
  }

  /** A term was entered by mistake, and the bodies in it with it. (Hủy nhiệm kỳ) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const term = await registry.take(AllianceTerm, id);
      for (const body of await registry.find(AllianceBody, { termId: id })) await registry.void(body, entry.reason);
      await registry.void(term, entry.reason);
      return registry.showCreated(AllianceTermView, id);
    });
  }
}

async function refuseOverlap(
  registry: Registry,
  term: Pick<AllianceTerm, 'allianceId' | 'validFrom' | 'validTo'> & { id?: string },
): Promise<void> {
  const { id, allianceId, validFrom } = term;
  const others = await registry.find(AllianceTerm, { allianceId });
  const overlapping = others.find((other) => other.id !== id && overlap(other, term));
  if (!overlapping) return;
  const reachesInto = validFrom < overlapping.validFrom ? '/validTo' : '/validFrom';
  throw TermsOverlap({ name: overlapping.name, from: overlapping.validFrom }).at(reachesInto);
}
