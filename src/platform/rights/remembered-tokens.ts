import { Injectable } from '@nestjs/common';
import { RememberedActors } from './remembered-actors.js';

/** Whom this process knows by a session's token or by a key. */
@Injectable()
export class RememberedTokens {
  readonly bearer = new RememberedActors();
  readonly key = new RememberedActors();

  /** Something changed about one token. */
  forget(digest: string): void {
    this.bearer.forget(digest);
    this.key.forget(digest);
  }

  /** Something changed about anybody. */
  forgetAll(): void {
    this.bearer.forgetAll();
    this.key.forgetAll();
  }

  /** Whether changes are told; while they are not, nothing is remembered. */
  hear(hearing: boolean): void {
    this.bearer.hear(hearing);
    this.key.hear(hearing);
  }
}
