import { Injectable } from '@nestjs/common';
import { invalidField } from '../../platform/problems/request.problems.js';
import type { VoidingEntry } from '../../platform/records/entries.js';
import type { Act } from '../../platform/rights/act.js';
import { today } from '../../platform/time/day.js';
import type { Registry } from '../../platform/writing/registry.js';
import { Work } from '../../platform/writing/work.js';
import { IdentityNumberTaken, PersonHasPositions } from './people.problems.js';
import { Person, type PersonCorrection, type PersonEntry } from './person.entity.js';
import { PersonView } from './person.view.js';
import { Position } from './position.entity.js';

/** The people who hold, or held, an office. */
@Injectable()
export class PeopleService {
  constructor(private readonly work: Work) {}

  /** Enter a person. (Ghi sổ cá nhân) @throws IdentityNumberTaken; 422 for a birth to come */
  record({ reason, sourceDocumentId, ...content }: PersonEntry, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      refuseBirthToCome(content.birthDate);
      await refuseTakenNumber(registry, registry.allianceId, content.identityNumber);
      const person = await registry.add(Person, content);
      return registry.enter(PersonView, person.id);
    });
  }

  /** Correct what was entered wrongly; history keeps both versions. (Sửa) @throws IdentityNumberTaken */
  correct(id: string, { reason, sourceDocumentId, ...correction }: PersonCorrection, act: Act) {
    return this.work.run(act, { reason, sourceDocumentId }, async (registry) => {
      const person = await registry.take(Person, id);
      refuseBirthToCome(correction.birthDate);
      await refuseTakenNumber(registry, person.allianceId, correction.identityNumber, id);
      await registry.change(person, correction);
      return registry.show(PersonView, id);
    });
  }

  /** It was entered by mistake: it stays in the history, and in no list. (Hủy do nhập nhầm) @throws PersonHasPositions */
  void(id: string, entry: VoidingEntry, act: Act) {
    return this.work.run(act, entry, async (registry) => {
      const person = await registry.take(Person, id);
      const positions = await registry.find(Position, { personId: id });
      if (positions.length > 0) throw PersonHasPositions({ count: positions.length });
      await registry.void(person, entry.reason);
      return registry.enter(PersonView, id);
    });
  }
}

function refuseBirthToCome(birthDate: string | null | undefined): void {
  if (birthDate && birthDate > today()) throw invalidField('/birthDate', 'in-the-future');
}

async function refuseTakenNumber(
  registry: Registry,
  allianceId: string,
  identityNumber: string | null | undefined,
  except?: string,
): Promise<void> {
  if (!identityNumber) return;
  const people = await registry.find(Person, { identityNumber, allianceId });
  const holder = people.find(({ id }) => id !== except);
  if (holder) throw IdentityNumberTaken({ holder: holder.fullName });
}
