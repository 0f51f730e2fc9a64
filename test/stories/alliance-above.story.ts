import { bearer, makesAccount, signsIn } from '../kit/accounts.js';
import { expect } from '@jest/globals';
import { Client } from '../kit/client.js';
import type { Cast } from '../kit/cast.js';
import { congress, delegate, entersOrganization, person, position } from '../kit/makers.js';
import type { Json } from '../kit/reply.js';
import { allSigned } from '../kit/signed.js';
import { story } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

/** A clerk of the alliance above that which keeps the registry. */
async function clerkAbove({ administrator, anonymous }: Cast, databaseUrl: string): Promise<Client> {
  const newcomer = await makesAccount(administrator, { role: 'secretariat' });
  const above = `(select parent_id from registry.alliances where id = a.alliance_id)`;
  await rowsOf(
    databaseUrl,
    `update registry.accounts a set alliance_id = ${above}, version = version + 1 where id = $1`,
    [newcomer.id],
  );
  const { accessToken } = await signsIn(anonymous, newcomer);
  return new Client('above', administrator.server, () => Promise.resolve(bearer(accessToken)));
}

story(
  'what an alliance above writes of a person counts in its registers, and in none of the alliance below',
  async (cast, { databaseUrl }) => {
    const { secretariat, auditor } = cast;
    const above = await clerkAbove(cast, databaseUrl);
    const { id: organizationId } = await entersOrganization(secretariat);
    const { id: personId } = await secretariat.post('people', person()).created();
    const questions: [path: string, query: Record<string, string | boolean>][] = [
      [`people/${personId}`, {}],
      [`people/${personId}/history`, {}],
      [`people/${personId}/dossier`, {}],
      ['people', { organizationId, total: true }],
      ['people', { position: 'accountant', total: true }],
      ['positions', { personId, total: true }],
      ['training-coverage/managers', { organizationId, total: true }],
      ['reports/training-coverage', {}],
    ];
    const told = () => Promise.all(questions.map(async ([path, query]) => (await auditor.get(path, query).is()).body));
    const exported = async () => (await secretariat.get(`people/${personId}/personal-data`).is()).body;
    await allSigned(databaseUrl); // or numbers would be given meanwhile
    const before = await told();
    const held = (await exported())['history'] as Json[];

    const director = position(personId, organizationId, { position: 'director' });
    await above.post('positions', director).created();
    const { id: congressId } = await above.post('congresses', congress()).created();
    const seats = { organizationId, officialSeats: 1, alternateSeats: 0, delegates: [delegate(personId)] };
    await above.post(`congresses/${congressId}/delegations`, seats).created();
    const { items } = await above.get('delegates', { congressId }).is();
    const leaves = { substitutedAt: '2020-11-26T01:00:00Z', ground: 'bệnh tim nặng' };
    await above.post(`delegates/${String(items[0]?.['id'])}/substitutions`, leaves).created();

    await above.get('people', { organizationId }).lists({ id: personId });
    await above.get(`people/${personId}`).is({ positions: [{ position: 'director' }] });
    expect(await told()).toEqual(before);
    const after = await exported();
    expect(after['history']).toEqual(held);
    expect(JSON.stringify(after)).not.toContain('bệnh tim');
  },
);
