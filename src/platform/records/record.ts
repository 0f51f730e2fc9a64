import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FieldDeclaration, RecordClass, RecordDeclaration } from './declarations.js';

const records = new Map<object, RecordDeclaration>();
const fields = new WeakMap<object, Map<string, FieldDeclaration>>();

export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Declares a record: its table, its words and whom its rows belong to (its own alliance unless said otherwise). `says` is for whoever reads the declaration, and kept nowhere. */
export function Record(
  table: string,
  { vi, scopes = { alliance: 'alliance_id' } }: { says: string; vi: string; scopes?: RecordDeclaration['scopes'] },
): ClassDecorator {
  return (target) => {
    records.set(target, { table, vi, scopes });
    Entity(table)(target);
  };
}

/** Every record class, for the data source and for the test that compares tables with declarations. */
export const allRecords = (): RecordClass[] => [...records.keys()] as RecordClass[];

export function recordOf(type: RecordClass): RecordDeclaration {
  const record = records.get(type);
  if (!record) throw new Error(`${type.name} is no record: it lacks @Record.`);
  return record;
}

export const recordOfTable = (table: string): RecordDeclaration | undefined =>
  [...records.values()].find((record) => record.table === table);

/** The Vietnamese term of a field of the record that a table holds, where it has one. */
export const termOf = (table: string, field: string): string | null => {
  const type = allRecords().find((one) => recordOf(one).table === table);
  return type ? (fieldsOf(type).get(field)?.vi ?? null) : null;
};

/** Notes a field of a class; called by the field decorators. */
export function declareField(prototype: object, field: FieldDeclaration): void {
  const own = fields.get(prototype) ?? new Map<string, FieldDeclaration>();
  own.set(field.name, field);
  fields.set(prototype, own);
}

/** The fields that a record declares, its ancestors' included. */
export function fieldsOf(type: RecordClass): Map<string, FieldDeclaration> {
  const all = new Map<string, FieldDeclaration>();
  for (
    let prototype: object | null = type.prototype;
    prototype;
    prototype = Object.getPrototypeOf(prototype) as object | null
  ) {
    for (const [name, field] of fields.get(prototype) ?? []) if (!all.has(name)) all.set(name, field);
  }
  return all;
}

/** The fields that every record has besides those it declares, with their columns. */
export const columnsOfEveryRecord: Readonly<Record<keyof RegistryRecord, string>> = {
  id: 'id',
  version: 'version',
  allianceId: 'alliance_id',
  voidedAt: 'voided_at',
  voidReason: 'void_reason',
};

/** What every row of a register has: an id that never changes, a version that counts its writes, its voiding. */
export abstract class RegistryRecord {
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') version!: number;
  @Column('uuid', { name: columnsOfEveryRecord.allianceId }) allianceId!: string;
  @Column('timestamptz', { name: columnsOfEveryRecord.voidedAt, nullable: true }) voidedAt!: string | null;
  @Column('text', { name: columnsOfEveryRecord.voidReason, nullable: true }) voidReason!: string | null;
}
