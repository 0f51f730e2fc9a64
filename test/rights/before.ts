import type { Client } from '../kit/client.js';
import type { Json } from '../kit/reply.js';
import { newPassword } from '../kit/accounts.js';
import { nextNumber } from '../kit/makers.js';
import { resourceOf, type Operation } from './document.js';
import { inNameOf, secures } from './oneself.js';
import type { World } from './world.js';

/** What must have happened to a record before an operation can succeed on it, by the end of the operation's path. */
const steps: Readonly<Record<string, (id: string, by: Client, world: World) => PromiseLike<unknown>>> = {
  substitutions: addAlternate,
  bodies: beginTerm,
  resumptions: (id, by) => by.post(`memberships/${id}/suspensions`, { suspendedOn: '2021-03-01' }).is(),
  'award-decisions/voidings': (id, by, world) => voidAwards(id, by, world),
  'second-factor-removals': getsSecondFactor,
  enablements: (id, by) => by.post(`accounts/${id}/disablements`, { reason: 'nghỉ việc' }).is(),
};

export const happensBefore = async ({ method, template }: Operation, id: string, by: Client, world: World) =>
  method === 'POST'
    ? (steps[`${resourceOf(template)}/${endOf(template)}`] ?? steps[endOf(template)])?.(id, by, world)
    : undefined;

/** What a body says that depends on the record in the path. */
export async function ofTarget({ method, template }: Operation, id: string, world: World): Promise<Json> {
  const [field, sql] = dependent[method === 'POST' ? endOf(template) : ''] ?? [];
  if (!field || !sql || id === '') return {};
  const [row] = await world.rows<{ id: string }>(sql, [id]);
  return row ? { [field]: row.id } : {};
}

/** What a body says that depends on who asks: the secretariat makes no keys but its own. */
export const ofAsker = ({ name }: Operation, role: string | null): Json =>
  name === 'POST /api/v1/api-keys' && role === 'secretariat' ? { role } : {};

const dependent: Readonly<Record<string, readonly [field: string, sql: string]>> = {
  substitutions: [
    'alternateId',
    `select a.id from registry.delegates d join registry.delegates a using (delegation_id)
     where d.id = $1 and a.kind = 'alternate'`,
  ],
  bodies: ['termId', 'select id from registry.alliance_terms where alliance_id = $1'],
};

const endOf = (template: string): string => template.split('/').at(-1) ?? '';

async function addAlternate(delegateId: string, by: Client, world: World): Promise<void> {
  const [row] = await world.rows<{ delegation: string; organization: string }>(
    'select delegation_id as delegation, organization_id as organization from registry.delegates where id = $1',
    [delegateId],
  );
  const { id: personId } = await by.post('people', { fullName: `Trần Thị Dự Khuyết ${nextNumber()}` }).created();
  const entry = { personId, organizationId: row?.organization, kind: 'alternate', alternateRank: 1, basis: 'elected' };
  await by.post(`delegations/${row?.delegation}/delegates`, { ...entry, namedOn: '2020-11-27' }).created();
}

async function voidAwards(decisionId: string, by: Client, world: World): Promise<void> {
  const awards = await world.rows<{ id: string }>('select id from registry.awards where decision_id = $1', [
    decisionId,
  ]);
  for (const { id } of awards) await by.post(`awards/${id}/voidings`, { reason: 'nhập nhầm' }).is();
}

async function getsSecondFactor(accountId: string, by: Client): Promise<void> {
  const password = newPassword();
  const { body } = await by.post(`accounts/${accountId}/passwords`, { password }).created();
  const { email, role } = body as { email: string; role: string };
  await secures({ client: await inNameOf(by, role, { email, password }), password });
}

async function beginTerm(allianceId: string, by: Client, world: World): Promise<void> {
  const terms = await world.rows('select from registry.alliance_terms where alliance_id = $1', [allianceId]);
  if (terms.length > 0) return;
  await by.post(`alliances/${allianceId}/terms`, { name: '2020–2025', validFrom: '2020-11-27' }).created();
}
