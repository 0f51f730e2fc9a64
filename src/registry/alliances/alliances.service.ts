import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../../platform/config/settings.js';
import { refuseRepeated } from '../../platform/problems/repeated.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { RememberedTokens } from '../../platform/rights/remembered-tokens.js';
import { DatedNames } from '../../platform/writing/dated-names.js';
import { addOnFreeDay } from '../../platform/writing/free-day.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { NameDayTaken } from '../documents/documents.problems.js';
import {
  Alliance,
  AllianceNaming,
  type AllianceCorrection,
  type AllianceEntry,
  type AllianceNameCorrection,
  type AllianceNameEntry,
} from './alliance.entity.js';
import { AllianceNameView } from './alliance-parts.view.js';
import { AllianceView } from './alliance.view.js';
import { AllianceCodeTaken, KeepsTheRegistry, NationalStandsAlone, OnlyNameOfAlliance } from './alliances.problems.js';

/** The alliances that keep this registry, and their names. */
@Injectable()
export class AlliancesService {
  private readonly names: DatedNames<AllianceNaming>;

  constructor(
    private readonly work: Work,
    private readonly remembered: RememberedTokens,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    this.names = new DatedNames(work, {
      type: AllianceNaming,
      owner: Alliance,
      ownerId: 'allianceId',
      view: AllianceNameView,
      dayTaken: NameDayTaken,
      onlyName: OnlyNameOfAlliance,
    });
  }

  /** A new alliance below one's own, so that it can have accounts; within reach as it is answered. (Lập Liên minh) */
  async found({ reason, sourceDocumentId, names, ...content }: AllianceEntry, act: Act) {
    const founded = await this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      if (content.level === 'national') throw NationalStandsAlone().at('/level');
      refuseRepeated(
        names.map(({ validFrom }) => validFrom),
        (index) => `/names/${index}/validFrom`,
      );
      await refuseCode(registry, content.code);
      // Its allianceId is made by the database.
      const { id } = await registry.add(Alliance, { allianceId: undefined, ...content });
      await registry.addAll(
        AllianceNaming,
        names.map((name) => ({ ...name, allianceId: id })),
        (index) => `/names/${index}`,
      );
      return registry.showCreated(AllianceView, id);
    });
    this.remembered.forgetAll();
    return founded;
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws AllianceCodeTaken */
  correct(id: string, { reason, sourceDocumentId, ...correction }: AllianceCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const alliance = await registry.take(Alliance, id);
      const { code = alliance.code } = correction;
      if (code !== alliance.code) await this.refuseOtherCode(registry, alliance, code);
      await registry.correct(alliance, correction);
      return registry.show(AllianceView, id);
    });
  }

  /**
   * An alliance was entered by mistake; its names stay behind. (Hủy)
   * @throws KeepsTheRegistry, StillUsed, AllianceKeepsRecords while anything is kept in it or anybody signs in for it
   */
  async void(id: string, { reason, sourceDocumentId }: VoidingEntry, act: Act) {
    const voided = await this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const alliance = await registry.take(Alliance, id);
      if (alliance.code === this.settings.keepingAlliance) throw KeepsTheRegistry({ code: alliance.code });
      await registry.void(alliance, reason);
      return registry.showCreated(AllianceView, id);
    });
    this.remembered.forgetAll();
    return voided;
  }

  /** A new name from a day on; the old ones still find it. (Đổi tên) @throws NameDayTaken */
  rename(id: string, { reason, sourceDocumentId, ...name }: AllianceNameEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await registry.take(Alliance, id);
      await addOnFreeDay(registry, AllianceNaming, { allianceId: id }, name, NameDayTaken);
      return registry.showCreated(AllianceView, id, { asOf: name.validFrom });
    });
  }

  /** Correct how a name is written, or its first day; history keeps both versions. (Sửa tên) @throws NameDayTaken */
  correctName(id: string, correction: AllianceNameCorrection, act: Act) {
    return this.names.correct(id, correction, act);
  }

  /** A name was entered by mistake. (Hủy tên) @throws OnlyNameOfAlliance */
  voidName(id: string, entry: VoidingEntry, act: Act) {
    return this.names.void(id, entry, act);
  }

  /** Who may read past the row policies goes by the code of the settings, which nobody takes over. @throws KeepsTheRegistry, AllianceCodeTaken */
  private async refuseOtherCode(registry: Registry, { code }: Alliance, wanted: string): Promise<void> {
    if (code === this.settings.keepingAlliance) throw KeepsTheRegistry({ code }).at('/code');
    await refuseCode(registry, wanted);
  }
}

async function refuseCode(registry: Registry, code: string): Promise<void> {
  const [other] = await registry.find(Alliance, { code });
  if (other) throw AllianceCodeTaken({ code }).at('/code');
}
