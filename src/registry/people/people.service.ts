import { Injectable } from '@nestjs/common';
import { Answer } from '../../platform/reading/answer.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { Work } from '../../platform/writing/work.js';
import { addPeople } from './add-people.js';
import { refuseTakenNumbers } from './identity.js';
import type { PeopleBatch, PersonCorrection, PersonEntry } from './people.entries.js';
import { PersonErased } from './people.problems.js';
import { Person } from './person.entity.js';
import { PersonView } from './person.view.js';

/** The people who hold, or held, an office. */
@Injectable()
export class PeopleService {
  constructor(private readonly work: Work) {}

  /** Enter a person. (Ghi sổ cá nhân) @throws IdentityNumberTaken */
  record({ reason, sourceDocumentId, ...content }: PersonEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      await refuseTakenNumbers(registry, registry.allianceId, [content]);
      const person = await registry.add(Person, content);
      return registry.showCreated(PersonView, person.id);
    });
  }

  /** Enter up to 500 people with their positions, all or nothing. (Ghi sổ hàng loạt) @throws as for one */
  recordAll({ items, ...grounds }: PeopleBatch, act: Act) {
    return this.work.run(act, grounds, async (registry) =>
      Answer.json(JSON.stringify({ ids: await addPeople(registry, items) })),
    );
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws IdentityNumberTaken, PersonErased */
  correct(id: string, { reason, sourceDocumentId, ...correction }: PersonCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const person = await registry.take(Person, id);
      if (person.erasedAt) throw PersonErased();
      await refuseTakenNumbers(registry, person.allianceId, [correction], { except: id });
      await registry.correct(person, correction);
      return registry.show(PersonView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws StillUsed */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.void(Person, PersonView, id, entry, act);
  }
}
