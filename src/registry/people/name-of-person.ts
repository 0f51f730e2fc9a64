import type { Registry } from '../../platform/writing/registry.js';

/** The name by which a refusal speaks of a person whom the writer's own record refers to. */
export async function nameOfPerson(registry: Registry, id: string): Promise<string> {
  const [person] = await registry.ask<{ name: string }>('select full_name as name from people where id = :id', { id });
  return person?.name ?? '';
}
