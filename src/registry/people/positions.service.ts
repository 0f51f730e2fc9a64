import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { overlapOrRepeat, type Period } from '../../platform/time/period.js';
import { BeforePosition, PositionEnded, PositionOverlaps } from './people.problems.js';
import { Position, type EndingEntry, type PositionCorrection, type PositionEntry } from './position.entity.js';
import { PositionView } from './position.view.js';

type Held = Period & Pick<Position, 'personId' | 'organizationId' | 'position'> & { id?: string };

const refuseReversed = endsAfter('validFrom', 'validTo', BeforePosition, { sameDay: true });
const refuseEndBefore = endsAfter('validFrom', 'endedOn', BeforePosition, { sameDay: true });

/** Who holds which position in which organisation, since when and until when. */
@Injectable()
export class PositionsService {
  constructor(private readonly work: Work) {}

  /** A person takes a position, now or in the past. (Giữ chức vụ) @throws PositionOverlaps, BeforePosition */
  record({ reason, sourceDocumentId, ...content }: PositionEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      await refuseOverlap(registry, content);
      const position = await registry.add(Position, content);
      return registry.showCreated(PositionView, position.id, { asOf: content.validFrom });
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws PositionOverlaps, BeforePosition */
  correct(id: string, { reason, sourceDocumentId, ...correction }: PositionCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const position = await registry.take(Position, id);
      const corrected = { ...position, ...correction };
      refuseReversed(corrected, correction);
      await refuseOverlap(registry, corrected);
      await registry.correct(position, correction);
      return registry.show(PositionView, id);
    });
  }

  /** The person leaves the position. (Thôi giữ chức vụ) @throws PositionEnded, BeforePosition */
  end(id: string, { endedOn, ...grounds }: EndingEntry, act: Act) {
    return this.work.run(act, grounds, async (registry) => {
      const position = await registry.take(Position, id);
      if (position.validTo) throw PositionEnded({ on: position.validTo });
      refuseEndBefore({ validFrom: position.validFrom, endedOn });
      await registry.change(position, { validTo: endedOn });
      return registry.showCreated(PositionView, id, { asOf: endedOn });
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Position, PositionView, id, entry, act);
  }
}

async function refuseOverlap(registry: Registry, held: Held): Promise<void> {
  const { personId, organizationId, position } = held;
  const others = await registry.find(Position, { personId, organizationId, position });
  const overlapping = others.find((other) => other.id !== held.id && overlapOrRepeat(held, other));
  if (overlapping) throw PositionOverlaps({ from: overlapping.validFrom }).at('/validFrom');
}
