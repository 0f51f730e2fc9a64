import { Injectable } from '@nestjs/common';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { DatedNames } from '../../platform/writing/dated-names.js';
import { Work } from '../../platform/writing/work.js';
import { Organization, OrganizationAddress, OrganizationNaming, OrganizationStatus } from './organization.entity.js';
import type { OrganizationNameCorrection } from './organization.entries.js';
import { OrganizationAddressView, OrganizationNameView, OrganizationStatusView } from './organization-parts.view.js';
import { DayTaken, OnlyName } from './organizations.problems.js';

/** Names, seats and statuses that were entered by mistake. */
@Injectable()
export class OrganizationPartsService {
  private readonly names: DatedNames<OrganizationNaming>;

  constructor(private readonly work: Work) {
    this.names = new DatedNames(work, {
      type: OrganizationNaming,
      owner: Organization,
      ownerId: 'organizationId',
      view: OrganizationNameView,
      dayTaken: DayTaken,
      onlyName: OnlyName,
    });
  }

  /** Correct how a name is written, or its first day; history keeps both versions. (Sửa tên) @throws DayTaken */
  correctName(id: string, correction: OrganizationNameCorrection, act: Act) {
    return this.names.correct(id, correction, act);
  }

  /** A name was entered by mistake. (Hủy tên) @throws OnlyName */
  voidName(id: string, entry: VoidingEntry, act: Act) {
    return this.names.void(id, entry, act);
  }

  /** A seat was entered by mistake. (Hủy địa chỉ) */
  voidAddress(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(OrganizationAddress, OrganizationAddressView, id, entry, act);
  }

  /** A status was entered by mistake. (Hủy tình trạng hoạt động) */
  voidStatus(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(OrganizationStatus, OrganizationStatusView, id, entry, act);
  }
}
