import type { Problem } from '../problems/problem.js';
import type { ReadModel } from '../reading/read-model.js';
import type { Correction, VoidingEntry } from '../records/entries.js';
import type { RecordClass } from '../records/declarations.js';
import type { RegistryRecord } from '../records/record.js';
import type { Act } from '../rights/act.js';
import { today } from '../time/day.js';
import type { Content, Where } from './content.js';
import type { Registry } from './registry.js';
import type { Work } from './work.js';

type DatedName = RegistryRecord & { validFrom: string };

/** Which names, of what, and how they are refused. */
interface Named<Name extends DatedName> {
  readonly type: RecordClass<Name>;
  /** What has the names. */
  readonly owner: RecordClass<RegistryRecord>;
  /** The field of a name that says whose it is. */
  readonly ownerId: keyof Name & string;
  readonly view: ReadModel;
  readonly dayTaken: (params: { validFrom: string }) => Problem;
  readonly onlyName: () => Problem;
}

/** Names that are in force until the next one: no two begin on one day, and one that has begun stands as long as what it names. */
export class DatedNames<Name extends DatedName> {
  constructor(
    private readonly work: Work,
    private readonly of: Named<Name>,
  ) {}

  /** Correct how a name is written, or its first day; history keeps both versions. (Sửa tên) @throws dayTaken, onlyName */
  correct(id: string, { reason, sourceDocumentId, ...correction }: Correction & Partial<DatedName>, act: Act) {
    const { view, dayTaken } = this.of;
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const { name, all } = await this.take(registry, id);
      const { validFrom = name.validFrom } = correction;
      if (all.some((other) => other.id !== id && other.validFrom === validFrom))
        throw dayTaken({ validFrom }).at('/validFrom');
      if (validFrom > today() && all.length > 1 && isOnlyBegun(name, all)) throw this.of.onlyName();
      await registry.correct(name, correction as Content<Name>);
      return registry.show(view, id);
    });
  }

  /** A name was entered by mistake. (Hủy tên) @throws onlyName */
  void(id: string, entry: VoidingEntry, act: Act) {
    const { view, onlyName } = this.of;
    return this.work.run(act, entry, async (registry) => {
      const { name, all } = await this.take(registry, id);
      if (all.length === 1 || isOnlyBegun(name, all)) throw onlyName();
      await registry.void(name, entry.reason);
      return registry.showCreated(view, id);
    });
  }

  /** Takes hold of a name and of what it names; answers all names of that. */
  private async take(registry: Registry, id: string): Promise<{ name: Name; all: Name[] }> {
    const { type, owner, ownerId } = this.of;
    const whose = (await registry.look(type, id))[ownerId] as string;
    await registry.hold(owner, whose);
    const name = await registry.take(type, id);
    return { name, all: await registry.find(type, { [ownerId]: whose } as Where<Name>) };
  }
}

/** Whether of all names this one alone has begun. */
const isOnlyBegun = (name: DatedName, all: readonly DatedName[]): boolean =>
  name.validFrom <= today() && all.every(({ id, validFrom }) => id === name.id || validFrom > today());
