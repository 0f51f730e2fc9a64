import { Injectable } from '@nestjs/common';
import { UnknownRecord } from '../../platform/problems/request.problems.js';
import { Reader } from '../../platform/reading/reader.js';
import type { Wanted } from '../../platform/reading/wanted.js';
import type { Act } from '../../platform/rights/act.js';
import { CodeListView, CodeView } from './code.view.js';

/** As lists are named in `code_lists`. */
const LIST_NAME = /^[a-z][a-z0-9_]{0,62}$/;

/** The words behind the codes in all answers. */
@Injectable()
export class CodesService {
  constructor(private readonly reader: Reader) {}

  /** The codes of one list with their labels. @throws Problem 404 when there is no such list */
  async of(list: string, wanted: Wanted, act: Act) {
    if (!LIST_NAME.test(list)) throw UnknownRecord();
    await this.reader.one(CodeListView, list, wanted, act);
    return this.reader.page(CodeView, { ...wanted, fixed: { list } }, act);
  }
}
