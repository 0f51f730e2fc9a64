import type { Passage } from '../database/passage.js';
import type { Language } from '../problems/language.js';
import type { Problem } from '../problems/problem.js';
import type { Narrowing } from './narrowing.js';
import type { Right } from './rights.js';
import type { Role } from './roles.js';

/** Who acts: an account or a key, with its role and what it belongs to. */
export interface Actor {
  readonly id: string | null;
  readonly name: string;
  readonly role: Role;
  /** The actor's own alliance and those below it. */
  readonly allianceIds: readonly string[];
  /** The alliance under which the actor records; the first of `allianceIds`. */
  readonly allianceId: string | null;
  /** That alliance’s name of today, which stands on what is printed; programs and commands print nothing. */
  readonly allianceName?: string | null;
  /** The organisation that a member account is bound to. */
  readonly organizationId: string | null;
  /** The connections on which its statements run. */
  readonly passage: Passage;
  /** How far a key stays behind its role; an account has all that its role may. */
  readonly narrowing?: Narrowing | null;
  /** Why this actor may not use a right that its role has, if so. */
  readonly refuses?: (right: Right) => Problem | null;
}

/** What the request asked for besides its content. */
export interface Circumstances {
  /** Method and path, as an idempotency key belongs to one request. */
  readonly target: string;
  readonly requestId: string;
  readonly language: Language;
  /** The versions that `If-Match` admits. */
  readonly ifMatch?: readonly number[] | undefined;
  readonly idempotencyKey?: string | undefined;
  /** The whole body as it was sent, once it has been read: a key is good for one body. */
  readonly content?: () => unknown;
  /** Whether whoever asked has left: what is made for him can stay unmade. */
  readonly gone?: () => boolean;
}
