import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { publishedOperations, type Operation } from '../counting/document.js';
import type { Cast } from '../kit/cast.js';
import type { Client } from '../kit/client.js';
import { story } from '../kit/story.js';

type Guarded = Operation & { policy: NonNullable<Operation['policy']> };

const guardedOperations = (): Guarded[] => {
  const operations = publishedOperations().filter((operation): operation is Guarded => operation.policy !== undefined);
  expect(operations.length).toBeGreaterThan(0);
  return operations;
};

/** Knocks at a route as it stands in the document; the guard answers before anything is read. */
const knock = (client: Client, { method, template, hasBody }: Operation) =>
  client.ask({
    method,
    path: template.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'list' ? 'organization_kind' : randomUUID())),
    headers: hasBody ? { 'Content-Type': 'application/json' } : {},
    ...(hasBody && { body: '{}' }),
  });

story('nobody gets through any guarded door without signing in', async ({ anonymous }) => {
  for (const operation of guardedOperations()) await knock(anonymous, operation).anonymous();
});

story('a rubbish token opens nothing either (ASVS 7.2.1)', async ({ anonymous }) => {
  const rubbish: Record<string, string>[] = [
    { Authorization: 'Bearer x' },
    { Authorization: 'Basic eA==' },
    { 'X-Api-Key': 'x' },
  ];
  for (const headers of rubbish) {
    await anonymous.get('organizations', {}, headers).anonymous();
  }
});

for (const role of ['administrator', 'secretariat', 'auditor', 'member'] as const) {
  story(`the ${role} gets through no door that the published policy closes to it`, async (cast: Cast) => {
    const closed = guardedOperations().filter(({ policy }) => !policy.grants.some((grant) => grant.role === role));
    for (const operation of closed) await knock(cast[role], operation).forbidden();
  });

  story(`the ${role} is turned away from no door that the published policy opens to it`, async (cast: Cast) => {
    const open = guardedOperations().filter(({ policy }) => policy.grants.some((grant) => grant.role === role));
    for (const operation of open) {
      if (operation.template.endsWith('/sign-out')) continue; // it would end the session of the next stories
      const { status } = await knock(cast[role], operation);
      expect({ ...operation, status }).not.toMatchObject({ status: 401 });
      expect({ ...operation, status }).not.toMatchObject({ status: 403 });
      expect(status).toBeLessThan(500);
    }
  });
}
