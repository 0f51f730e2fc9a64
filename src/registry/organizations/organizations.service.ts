import { Injectable } from '@nestjs/common';
import { Answer } from '../../platform/reading/answer.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { addOnFreeDay } from '../../platform/writing/free-day.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work, type Grounds } from '../../platform/writing/work.js';
import { addOrganizations } from './add-organizations.js';
import { refuseTakenIdentifiers } from './identifiers.js';
import {
  Organization,
  OrganizationAddress,
  OrganizationFigure,
  OrganizationNaming,
  OrganizationObligation,
  OrganizationStatus,
} from './organization.entity.js';
import type {
  FiguresEntry,
  MoveEntry,
  ObligationEntry,
  OrganizationBatch,
  OrganizationCorrection,
  OrganizationEntry,
  RenamingEntry,
  StatusEntry,
} from './organization.entries.js';
import { OrganizationView } from './organization.view.js';
import { DayTaken, FigureExists, ObligationExists } from './organizations.problems.js';
import { refusePlacesOfAnotherTime } from './seats.js';

/** The organisations of the alliance's territory, members or not, with what changed about them. */
@Injectable()
export class OrganizationsService {
  constructor(private readonly work: Work) {}

  /** Enter an organisation with its names, seats and statuses. (Ghi sổ tổ chức) */
  record({ reason, sourceDocumentId, ...entry }: OrganizationEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const [organization] = await addOrganizations(registry, [entry], () => '');
      return registry.showCreated(OrganizationView, (organization as Organization).id);
    });
  }

  /** Enter up to 500 organisations, all or nothing. (Ghi sổ hàng loạt) */
  recordAll(batch: OrganizationBatch, act: Act) {
    return this.work.run(act, batch, async (registry) => {
      const organizations = await addOrganizations(registry, batch.items, (index) => `/items/${index}`);
      return Answer.json(JSON.stringify({ ids: organizations.map(({ id }) => id) }));
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) */
  correct(id: string, { reason, sourceDocumentId, ...correction }: OrganizationCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const organization = await registry.take(Organization, id);
      const { taxCode = null, registrationNumber = null } = correction;
      await refuseTakenIdentifiers(registry, organization.allianceId, [{ taxCode, registrationNumber }], {
        except: id,
      });
      await registry.correct(organization, correction);
      return registry.show(OrganizationView, id);
    });
  }

  /** A new name from a day on; the old ones still find it. (Đổi tên) */
  rename(id: string, { reason, sourceDocumentId, ...name }: RenamingEntry, act: Act) {
    return this.addTo(id, { reason, sourceDocumentId }, act, name.validFrom, async (registry, owner) => {
      await addOnFreeDay(registry, OrganizationNaming, owner, name, DayTaken);
    });
  }

  /** A new seat from a day on. (Chuyển trụ sở) */
  move(id: string, { reason, sourceDocumentId, ...seat }: MoveEntry, act: Act) {
    return this.addTo(id, { reason, sourceDocumentId }, act, seat.validFrom, async (registry, owner) => {
      await addOnFreeDay(registry, OrganizationAddress, owner, seat, DayTaken);
      await refusePlacesOfAnotherTime(registry, [seat], () => '');
    });
  }

  /** A new status from a day on. (Thay đổi tình trạng hoạt động) */
  changeStatus(id: string, { reason, sourceDocumentId, ...status }: StatusEntry, act: Act) {
    return this.addTo(id, { reason, sourceDocumentId }, act, status.validFrom, async (registry, owner) => {
      await addOnFreeDay(registry, OrganizationStatus, owner, status, DayTaken);
    });
  }

  /** What a law asks of it, and when it was done. (Nghĩa vụ theo luật) */
  oblige(id: string, { reason, sourceDocumentId, ...content }: ObligationEntry, act: Act) {
    const { law, kind } = content;
    return this.addTo(id, { reason, sourceDocumentId }, act, undefined, async (registry, owner) => {
      const same = await registry.find(OrganizationObligation, { organizationId: id, law, kind });
      if (same.length > 0) throw ObligationExists().at('/kind');
      await registry.add(OrganizationObligation, { ...owner, ...content });
    });
  }

  /** Figures of one or several years. (Số liệu hằng năm) */
  recordFigures(id: string, { items, ...grounds }: FiguresEntry, act: Act) {
    return this.addTo(id, grounds, act, undefined, async (registry, owner) => {
      const known = await registry.find(OrganizationFigure, { organizationId: id });
      items.forEach(({ year, measure }, i) => {
        const same = [...known, ...items.slice(0, i)].some((one) => one.year === year && one.measure === measure);
        if (same) throw FigureExists({ year }).at(`/items/${i}`);
      });
      await registry.addAll(
        OrganizationFigure,
        items.map((item) => ({ ...item, ...owner })),
      );
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Organization, OrganizationView, id, entry, act);
  }

  /** Adds rows to an organisation that is locked meanwhile, and shows it on the day from which they count. */
  private addTo(
    id: string,
    grounds: Grounds,
    act: Act,
    asOf: string | undefined,
    add: (registry: Registry, owner: { allianceId: string; organizationId: string }) => Promise<void>,
  ) {
    return this.work.run(act, grounds, async (registry) => {
      const { allianceId } = await registry.take(Organization, id);
      await add(registry, { allianceId, organizationId: id });
      return registry.showCreated(OrganizationView, id, asOf ? { asOf } : {});
    });
  }
}
