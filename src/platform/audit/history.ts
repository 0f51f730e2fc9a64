import { Injectable } from '@nestjs/common';
import type { Answer } from '../reading/answer.js';
import type { ReadModel } from '../reading/read-model.js';
import { Reader } from '../reading/reader.js';
import { subjectOf } from '../reading/subject.js';
import type { Wanted } from '../reading/wanted.js';
import type { Act } from '../rights/act.js';
import { HistoryView } from './history.view.js';

/** The history of any record: whoever may read it may read what was written about it. */
@Injectable()
export class History {
  constructor(private readonly reader: Reader) {}

  /**
   * @param as how its events are told
   * @param others whose personal values they show besides: that they were seen is recorded of them too
   * @throws Problem 404 when the record does not exist within the act's scope
   */
  async of(
    model: ReadModel,
    id: string,
    wanted: Wanted,
    act: Act,
    as: ReadModel = HistoryView,
    others: readonly string[] = [],
  ): Promise<Answer> {
    const record = await this.reader.require(model, id, { ...wanted, knownAt: null }, act);
    const about = [id, ...(record.person ? [record.person.id] : []), ...others];
    return this.reader.page(as, { ...wanted, about, subject: subjectOf(model, record), fixed: { record: id } }, act);
  }
}
