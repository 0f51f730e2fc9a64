import type { RecordClass } from '../records/declarations.js';
import { allRecords, fieldsOf, recordOf, type RegistryRecord } from '../records/record.js';

interface Owner {
  /** The field of the part that names it. */
  readonly field: string;
  readonly owner: RecordClass<RegistryRecord>;
}

const known = new Map<RecordClass, readonly Owner[]>();

/** The records of which one of this type is a part. */
export function ownersOf(type: RecordClass): readonly Owner[] {
  const before = known.get(type);
  if (before) return before;
  const classOf = new Map(allRecords().map((one) => [recordOf(one).table, one as RecordClass<RegistryRecord>]));
  const found = [...fieldsOf(type).values()].flatMap(({ name, isPart, references }) => {
    const owner = isPart && references !== null ? classOf.get(references) : undefined;
    return owner ? [{ field: name, owner }] : [];
  });
  known.set(type, found);
  return found;
}
