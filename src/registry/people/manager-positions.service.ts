import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { overlap, type Period } from '../../platform/time/period.js';
import type { Registry } from '../../platform/writing/registry.js';
import { endsAfter } from '../../platform/writing/ends-after.js';
import { Work } from '../../platform/writing/work.js';
import { isCommon } from '../alliances/common-or-own.js';
import {
  ManagerPosition,
  type ManagerPositionCorrection,
  type ManagerPositionEntry,
} from './manager-position.entity.js';
import { ManagerPositionView } from './manager-position.view.js';
import { ManagerPositionCounts, ManagerPositionOfAll, ManagerPositionPeriod } from './manager-positions.problems.js';

const refuseReversed = endsAfter('validFrom', 'validTo', ManagerPositionPeriod, { sameDay: true });

/** Which positions count as managers' beside those that count for all alliances. */
@Injectable()
export class ManagerPositionsService {
  constructor(private readonly work: Work) {}

  /** Count a position as a manager's. (Tính chức vụ là cán bộ quản lý) @throws ManagerPositionCounts, …Period */
  record({ reason, sourceDocumentId, ...content }: ManagerPositionEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseReversed(content);
      await refuseOverlap(registry, content);
      const { id } = await registry.add(ManagerPosition, content);
      return registry.showCreated(ManagerPositionView, id);
    });
  }

  /** Say until when it counts, or correct since when. (Sửa) @throws also ManagerPositionOfAll */
  correct(id: string, { reason, sourceDocumentId, ...correction }: ManagerPositionCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const counted = await takeOwn(registry, id);
      const corrected = { ...counted, ...correction };
      refuseReversed(corrected, correction);
      await refuseOverlap(registry, corrected);
      await registry.correct(counted, correction);
      return registry.show(ManagerPositionView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws ManagerPositionOfAll */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      await registry.void(await takeOwn(registry, id), entry.reason);
      return registry.showCreated(ManagerPositionView, id);
    });
  }
}

async function takeOwn(registry: Registry, id: string): Promise<ManagerPosition> {
  const counted = await registry.take(ManagerPosition, id);
  if (isCommon(counted)) throw ManagerPositionOfAll();
  return counted;
}

type Counted = Period & Pick<ManagerPosition, 'positionCode'> & Partial<Pick<ManagerPosition, 'id' | 'allianceId'>>;

/** Rows that hold for all alliances are compared too: a second one for the same days would change nothing. Those of alliances below are not. */
async function refuseOverlap(registry: Registry, counted: Counted) {
  const { positionCode } = counted;
  const others = await registry.find(ManagerPosition, { positionCode });
  const beside = others.filter(
    (other) => isCommon(other) || other.allianceId === (counted.allianceId ?? registry.allianceId),
  );
  const taken = beside.find((other) => other.id !== counted.id && overlap(other, counted));
  if (taken) throw ManagerPositionCounts({ from: taken.validFrom }).at('/positionCode');
}
