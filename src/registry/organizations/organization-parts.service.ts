import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import { Organization, OrganizationAddress, OrganizationNaming, OrganizationStatus } from './organization.entity.js';
import type { OrganizationNameCorrection } from './organization.entries.js';
import { OrganizationAddressView, OrganizationNameView, OrganizationStatusView } from './organization-parts.view.js';
import { DayTaken, OnlyName } from './organizations.problems.js';

/** Names, seats and statuses that were entered by mistake. */
@Injectable()
export class OrganizationPartsService {
  constructor(private readonly work: Work) {}

  /** Correct how a name is written, or its first day; history keeps both versions. (Sửa tên) @throws DayTaken */
  correctName(id: string, { reason, sourceDocumentId, ...correction }: OrganizationNameCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const naming = await registry.take(OrganizationNaming, id);
      const { organizationId, validFrom } = { ...naming, ...correction };
      await registry.take(Organization, organizationId);
      const same = await registry.find(OrganizationNaming, { organizationId, validFrom });
      if (same.some((other) => other.id !== id)) throw DayTaken({ validFrom });
      await registry.change(naming, correction);
      return registry.show(OrganizationNameView, id);
    });
  }

  /** A name was entered by mistake. (Hủy tên) @throws OnlyName */
  voidName(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const naming = await registry.take(OrganizationNaming, id);
      const { organizationId } = naming;
      await registry.take(Organization, organizationId);
      if ((await registry.find(OrganizationNaming, { organizationId })).length === 1) throw OnlyName();
      await registry.void(naming, entry.reason);
      return registry.enter(OrganizationNameView, id);
    });
  }

  /** A seat was entered by mistake. (Hủy địa chỉ) */
  voidAddress(id: string, entry: VoidingEntry, act: Act) {
    return this.work.takeBack(OrganizationAddress, OrganizationAddressView, id, entry, act);
  }

  /** A status was entered by mistake. (Hủy tình trạng hoạt động) */
  voidStatus(id: string, entry: VoidingEntry, act: Act) {
    return this.work.takeBack(OrganizationStatus, OrganizationStatusView, id, entry, act);
  }
}
