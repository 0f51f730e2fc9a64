import { randomUUID } from 'node:crypto';
import type { Reply } from '../kit/reply.js';

/** An answer without what names the request; `asked` is the text, an id mostly, by which two requests differ. */
export function bytesOf(reply: Reply, asked = ''): string {
  const { requestId } = reply.body as { requestId?: string };
  const headers = reply.tellingHeaders.map((pair) => pair.join(': '));
  const whole = [reply.status, ...headers, reply.text].join('\n');
  const nameless = requestId ? whole.replaceAll(requestId, '') : whole;
  return asked === ''
    ? nameless
    : nameless.replaceAll(asked, '<asked>').replaceAll(encodeURIComponent(asked), '<asked>');
}

/** An id that no record has. */
export const nobody = (): string => randomUUID();

/** Works on all of them, a few at once. */
export async function aFewAtOnce<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
  most = 8,
): Promise<void> {
  const rest = [...items];
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (let item = rest.shift(); item !== undefined; item = rest.shift()) await work(item);
    }),
  );
}
