import type { Act } from '../rights/act.js';
import { vietnameseInstant } from '../time/instant.js';

/** Who took a file, when, by which request: the last lines of what it says of itself. */
export const takenBy = ({ actor, circumstances }: Act): [string, string][] => [
  ['Người xuất', actor.name],
  ['Xuất lúc', vietnameseInstant(Date.now())],
  ['Mã yêu cầu', circumstances.requestId],
];
