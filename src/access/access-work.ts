import { Injectable } from '@nestjs/common';
import type { Act } from '../platform/rights/act.js';
import { Work } from '../platform/writing/work.js';
import { ownRights } from './access.rights.js';
import { RememberedTokens } from './remembered-tokens.js';

/** The unit of work of what decides who may come in: this process forgets whom it knew before it answers. */
@Injectable()
export class AccessWork {
  constructor(
    private readonly work: Work,
    private readonly remembered: RememberedTokens,
  ) {}

  readonly run: Work['run'] = async (act, entry, body) => {
    const answer = await this.work.run(isOwn(act) ? act.withinKeepers() : act, entry, body);
    this.remembered.forget('');
    return answer;
  };
}

/** What an account does to itself: its route names no other, so the keepers' connections can do it for anybody. */
const isOwn = ({ right }: Act): boolean => right === ownRights.secure || right === ownRights.changePassword;
