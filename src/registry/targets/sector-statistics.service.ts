import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { SectorStatistic, type RevisionEntry, type StatisticEntry } from './sector-statistic.entity.js';
import { SectorStatisticView } from './sector-statistic.view.js';
import { StatisticRangeUnfit, StatisticRecorded, StatisticRevised } from './sector-statistics.problems.js';

/** The ledger of published numbers about the sector: entries are added, never changed. */
@Injectable()
export class SectorStatisticsService {
  constructor(private readonly work: Work) {}

  /** Enter what was published about a day. (Ghi số liệu) @throws StatisticRangeUnfit, StatisticRecorded */
  record({ reason, sourceDocumentId, ...content }: StatisticEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseRange(content);
      const { figure, asOf } = content;
      const { allianceId } = registry;
      const same = await registry.find(SectorStatistic, { allianceId, figure, asOf, revisesId: null });
      if (same.length > 0) throw StatisticRecorded({ asOf }).at('/asOf');
      const statistic = await registry.add(SectorStatistic, content);
      return registry.showCreated(SectorStatisticView, statistic.id, { asOf });
    });
  }

  /** Publish another number for the same figure and day; both stay. (Điều chỉnh) @throws StatisticRangeUnfit, StatisticRevised */
  revise(id: string, { reason, sourceDocumentId, ...content }: RevisionEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { figure, asOf, allianceId } = await registry.take(SectorStatistic, id);
      refuseRange(content);
      await refuseRevised(registry, id);
      const revision = { ...content, figure, asOf, allianceId, revisesId: id };
      const { id: revisionId } = await registry.add(SectorStatistic, revision);
      return registry.showCreated(SectorStatisticView, revisionId, { asOf }, 'sector-statistics');
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws StatisticRevised */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const statistic = await registry.take(SectorStatistic, id);
      await refuseRevised(registry, id);
      await registry.void(statistic, entry.reason);
      return registry.showCreated(SectorStatisticView, id);
    });
  }
}

function refuseRange({ relation, value, valueTo }: Pick<SectorStatistic, 'relation' | 'value' | 'valueTo'>): void {
  const isRange = typeof valueTo === 'number' && valueTo >= value;
  if (relation === 'between' ? !isRange : typeof valueTo === 'number') throw StatisticRangeUnfit().at('/valueTo');
}

async function refuseRevised(registry: Registry, revisesId: string): Promise<void> {
  const [revision] = await registry.find(SectorStatistic, { revisesId });
  if (revision) throw StatisticRevised({ value: revision.value });
}
