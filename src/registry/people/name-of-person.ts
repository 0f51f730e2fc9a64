import type { Registry } from '../../platform/writing/registry.js';

/** The names by which a refusal speaks of people whom the writer's own records refer to, by their ids. */
export async function namesOfPeople(registry: Registry, ids: readonly string[]): Promise<Map<string, string>> {
  const people = await registry.ask<{ id: string; name: string }>(
    'select id, full_name as name from people where id = any(:ids)',
    { ids },
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}
