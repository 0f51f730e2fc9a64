import { Injectable } from '@nestjs/common';
import { Work } from '../platform/writing/work.js';
import { RememberedTokens } from './remembered-tokens.js';

/** The unit of work of what decides who may come in: this process forgets whom it knew before it answers. */
@Injectable()
export class AccessWork {
  constructor(
    private readonly work: Work,
    private readonly remembered: RememberedTokens,
  ) {}

  readonly run: Work['run'] = async (act, entry, body) => {
    const answer = await this.work.run(act, entry, body);
    this.remembered.forget('');
    return answer;
  };
}
