import { Injectable } from '@nestjs/common';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { AllianceTerm } from '../alliances/alliance.entity.js';
import { Congress } from './congress.entity.js';
import type { CongressCorrection, CongressEntry } from './congress.entries.js';
import { CongressView } from './congress.view.js';
import { refuseEndBeforeOthers } from './congress-days.js';
import { CongressEndsTooEarly, CongressTaken, ExtraordinaryCongressTaken } from './congresses.problems.js';

type Named = Pick<Congress, 'allianceId' | 'level' | 'ordinal' | 'termName' | 'startsOn'>;

const refuseReversed = endsAfter('startsOn', 'endsOn', CongressEndsTooEarly, { sameDay: true });

/** The congresses of the alliance, and those that it sends delegates to. */
@Injectable()
export class CongressesService {
  constructor(private readonly work: Work) {}

  /** Enter a congress. (Ghi đại hội) @throws CongressTaken, ExtraordinaryCongressTaken, CongressEndsTooEarly */
  record({ reason, sourceDocumentId, ...content }: CongressEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      const congress = { ...content, allianceId: registry.allianceId };
      await refuseTaken(registry, congress);
      await refuseOthersTerm(registry, congress);
      const { id } = await registry.add(Congress, content);
      return registry.showCreated(CongressView, id);
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) */
  correct(id: string, { reason, sourceDocumentId, ...correction }: CongressCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const congress = await registry.take(Congress, id);
      const corrected = { ...congress, ...correction };
      refuseReversed(corrected, correction);
      await refuseEndBeforeOthers(registry, corrected);
      await refuseTaken(registry, corrected, id);
      await refuseOthersTerm(registry, corrected);
      await registry.correct(congress, correction);
      return registry.show(CongressView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws StillUsed */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Congress, CongressView, id, entry, act);
  }
}

/** The term that a congress opens is its alliance's own. */
async function refuseOthersTerm(
  registry: Registry,
  { allianceId, termId }: Pick<Congress, 'allianceId' | 'termId'>,
): Promise<void> {
  if (!termId) return;
  const [term] = await registry.find(AllianceTerm, { id: termId, allianceId });
  if (!term) throw invalidField('/termId', 'unknown-reference');
}

/** A congress is named by its number and its term, an extraordinary one by its first day. */
async function refuseTaken(registry: Registry, named: Named, except?: string): Promise<void> {
  const { allianceId, level, ordinal, termName, startsOn } = named;
  const [other] = await registry.ask<{ term: string }>(
    `select term_name as term from congresses
     where alliance_id = :allianceId and level = :level and voided_at is null and id is distinct from :except
       and (ordinal = :ordinal and replace(fold(term_name), ' ', '') = replace(fold(:termName), ' ', '')
         or ordinal is null and :ordinal::integer is null and starts_on = :startsOn)`,
    { allianceId, level, ordinal: ordinal ?? null, termName, startsOn, except: except ?? null },
  );
  if (!other) return;
  throw ordinal
    ? CongressTaken({ ordinal, term: other.term }).at('/ordinal')
    : ExtraordinaryCongressTaken({ startsOn }).at('/startsOn');
}
