import type { INestApplicationContext } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

/** What is in the registry already, so that a loading goes on where it was interrupted. */

/** @param text a statement that answers `id` */
export async function idsIn(app: INestApplicationContext, text: string): Promise<Set<string>> {
  const rows = await app.get(Database).run<{ id: string }>({ text, values: [] });
  return new Set(rows.map(({ id }) => id));
}

/** @param text a statement that answers `key` and `id` */
export async function idsByKey(app: INestApplicationContext, text: string): Promise<Map<string, string>> {
  const rows = await app.get(Database).run<{ key: string; id: string }>({ text, values: [] });
  return new Map(rows.map(({ key, id }) => [key, id]));
}

/** The id of what was just entered. */
export const idIn = ({ body }: { body: string }): string => (JSON.parse(body) as { id: string }).id;
