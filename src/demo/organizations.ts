import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { validEntry } from '../platform/records/valid-entry.js';
import type { Act } from '../platform/rights/act.js';
import { FiguresEntry, ObligationEntry, OrganizationBatch } from '../registry/organizations/organization.entries.js';
import { OrganizationsService } from '../registry/organizations/organizations.service.js';
import { idsIn } from './entered.js';
import { entryOf, figuresOf2020, type DemoCommune } from './organization-items.js';
import type { DemoOrganization, PlannedOrganization } from './plan.js';
import { Chance, toEach } from './random.js';

/**
 * Enters the organisations in one transaction, then what laws ask of them and the figures of 2020; goes on where it was
 * interrupted.
 */
export async function loadOrganizations(
  app: INestApplicationContext,
  planned: readonly PlannedOrganization[],
  act: Act,
): Promise<DemoOrganization[]> {
  const database = app.get(Database);
  const service = app.get(OrganizationsService);
  if (!(await holds(database, planned))) {
    const communes = await communesOfHaiPhong(database);
    const chance = new Chance(31);
    const items = planned.map((one, index) => entryOf(one, index, communes, chance));
    await service.recordAll(validEntry(OrganizationBatch, { items }), act);
  }
  const entered = await withIds(database, planned);
  const obliged = await idsIn(app, 'select organization_id as id from organization_obligations');
  await toEach(
    entered.filter(({ id, convertedOn }) => convertedOn && !obliged.has(id)),
    async ({ id, convertedOn }) => {
      const law = { law: 'cooperatives_2012', kind: 'conversion', dueOn: '2016-07-01', doneOn: convertedOn };
      await service.oblige(id, validEntry(ObligationEntry, law), act);
    },
  );
  const counted = await idsIn(app, 'select organization_id as id from organization_figures');
  await toEach(
    figuresOf2020(entered).filter(({ id }) => !counted.has(id)),
    async ({ id, items }) => void (await service.recordFigures(id, validEntry(FiguresEntry, { items }), act)),
  );
  return entered;
}

/** Whether the planned organisations are in the registry: all are, or none. */
export async function holds(database: Database, planned: readonly PlannedOrganization[]): Promise<boolean> {
  const text = 'select 1 from organizations where tax_code = any($1)';
  const found = await database.run({ text, values: [planned.map(({ taxCode }) => taxCode)] });
  return found.length > planned.length / 2; // a few may have been corrected since
}

async function communesOfHaiPhong(database: Database): Promise<DemoCommune[]> {
  return database.run<DemoCommune>({
    text: `select commune.id, commune.full_name like 'Xã %' as rural from places commune join places district on district.id = commune.parent_id
      join places province on province.id = district.parent_id
      where commune.level = 'commune' and commune.valid_to = '2025-07-01' and province.code = '31' order by commune.code`,
    values: [],
  });
}

async function withIds(database: Database, planned: readonly PlannedOrganization[]): Promise<DemoOrganization[]> {
  const rows = await database.run<{ id: string; taxCode: string }>({
    text: 'select id, tax_code as "taxCode" from organizations where tax_code = any($1) and voided_at is null',
    values: [planned.map(({ taxCode }) => taxCode)],
  });
  const ids = new Map(rows.map(({ id, taxCode }) => [taxCode, id]));
  return planned.flatMap((one) => {
    const id = ids.get(one.taxCode);
    return id === undefined ? [] : [{ ...one, id }];
  });
}
