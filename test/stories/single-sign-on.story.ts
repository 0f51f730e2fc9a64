import { afterAll, beforeAll, expect } from '@jest/globals';
import { Client } from '../kit/client.js';
import { nextNumber } from '../kit/makers.js';
import { Browser, settingsFor, startProvider, type Registered } from '../kit/provider.js';
import type { Json, Reply } from '../kit/reply.js';
import { startServer, type RunningServer } from '../kit/server.js';
import { story, type Stage } from '../kit/story.js';
import { rowsOf } from '../setup/database.js';

let provider: Registered;
const servers: RunningServer[] = [];

beforeAll(async () => {
  provider = await startProvider();
}, 60_000);

afterAll(async () => {
  for (const server of servers) await server.stop();
  await provider.stop();
}, 60_000);

/** The registry's door for those who come by way of the provider: a second server process on the same database. */
let opened: Promise<Client> | undefined;
const doorOf = ({ databaseUrl }: Stage): Promise<Client> =>
  (opened ??= startServer(databaseUrl, settingsFor(provider)).then((server) => {
    servers.push(server);
    return new Client('anonymous', () => server.url, () => Promise.resolve({}));
  }));

interface Begun {
  address: string;
  cookie: string;
}
async function begins(door: Client): Promise<Begun> {
  const { headers } = await door.get('auth/single-sign-on');
  return { address: headers.get('location') ?? '', cookie: (headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '' };
}

/** Signs in at the provider and comes back. */
async function comesBack(door: Client, subject: string) {
  const { address, cookie } = await begins(door);
  return door.get(await new Browser().signsIn(address, subject), {}, { Cookie: cookie });
}

const makes = (administrator: Client, more: Json = {}): Promise<Reply> =>
  Promise.resolve(
    administrator
      .post('accounts', { email: `an-${nextNumber()}@hp.test`, name: 'Phạm Văn An', role: 'auditor', ...more })
      .created(),
  );

const bearer = ({ body }: Reply) => ({ Authorization: `Bearer ${String(body['accessToken'])}` });

story('whom an administrator linked signs in by way of the provider', async ({ administrator }, stage) => {
  const door = await doorOf(stage);
  const { id } = await makes(administrator);
  const subject = 'chu-the-1';
  await administrator.post(`accounts/${id}/identities`, { issuer: provider.issuer, subject }).created({ subject });
  const reply = await comesBack(door, subject);
  expect(reply.status).toBe(200);
  expect(reply.headers.get('cache-control')).toBe('no-store');
  await door.get('auth/me', {}, bearer(reply)).is({ id, role: 'auditor' });
});
