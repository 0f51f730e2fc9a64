import { expect } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { askHost, hostServer } from '../kit/hosted.js';
import { story } from '../kit/story.js';

const CLOSE = 'Host: x\r\nConnection: close\r\n';

/** Sends bytes as they are and answers all that comes back until the server hangs up. */
async function says(url: string, words: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(words);
  return text(socket);
}

story('no request waits for ever, and not everybody is let in at once', async (_, { databaseUrl }) => {
  const kept = await askHost<Record<string, number>>(
    `const [{ createProgram }, { readSettings }] = await Promise.all([
       built('server.ts'), built('platform/config/settings.ts')]);
     const app = await createProgram({ databaseUrl: environment.DATABASE_URL, settings: readSettings(environment) });
     await app.listen(0, '127.0.0.1');
     const { requestTimeout, headersTimeout, keepAliveTimeout, maxConnections } = app.getHttpServer();
     await app.close();
     return { requestTimeout, headersTimeout, keepAliveTimeout, maxConnections };`,
    { DATABASE_URL: databaseUrl, AUDIT_KEY_FILE: process.env['AUDIT_KEY_FILE'] ?? '' },
  );
  expect(kept).toEqual({
    requestTimeout: 30_000,
    headersTimeout: 15_000,
    keepAliveTimeout: 65_000,
    maxConnections: 1_000,
  });
});

story(
  'what is no HTTP, or could be read as two requests, is refused and cut off (ASVS 4.2.1)',
  async (_, { server }) => {
    const head = 'POST /api/v1/auth/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const unreadable = [
      'xin chào\r\n\r\n',
      `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      `${head}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    ];
    for (const words of unreadable) {
      const answer = await says(server.url, words);
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
      expect(answer).toMatch(/\r\nx-content-type-options: nosniff\r\n[^]*\r\ncache-control: no-store\r\n/);
      expect(answer).toContain('"code":"malformed-request"');
      expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
    }
  },
);

story('behind a proxy a server that stops still answers what was on its way', async (_, { databaseUrl }) => {
  const server = await hostServer(databaseUrl, { TRUSTED_PROXIES: '127.0.0.1' });
  const { hostname, port } = new URL(server.url);
  const [fresh, used] = [connect(Number(port), hostname), connect(Number(port), hostname)];
  await Promise.all([once(fresh, 'connect'), once(used, 'connect')]);
  used.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(used, 'data');
  const running = connect(Number(port), hostname);
  running.write(
    `POST /api/v1/auth/sessions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{`,
  );
  await once(running, 'ready');
  await pause(50); // its head is read, its body on its way
  const stopped = server.stop();
  await refusing(server.url); // it accepts nobody new any more
  for (const socket of [fresh, used]) {
    socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\nconnection: close\r\n/i);
  }
  running.write('}');
  expect(await text(running)).toMatch(/^HTTP\/1\.1 422 [^]*\r\nconnection: close\r\n/i);
  await stopped;
});

/** Resolves when nobody is let in any more. */
async function refusing(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const open = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  if (open) await refusing(url);
}

story('no method but those of the document, TRACE least of all (ASVS 13.4.4)', async (_, { server }) => {
  for (const method of ['TRACE', 'PUT', 'PROPFIND']) {
    const answer = await says(server.url, `${method} /api/v1/people HTTP/1.1\r\n${CLOSE}X-Mark: abc\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toContain('abc');
  }
});

story(
  'of the documentation just the decided part is public, and nothing beside it (ASVS 13.4.1, 13.4.3, 13.4.5)',
  async (cast, { server }) => {
    const { anonymous } = cast;
    for (const path of ['/docs', '/docs/openapi.json']) expect((await anonymous.get(path)).status).toBe(200);
    for (const path of ['/docs-json', '/docs-yaml', '/.git/config', '/package.json'])
      await anonymous.get(path).refused('unknown-address', 404);
    for (const path of ['/docs/../package.json', '/docs/%2e%2e/package.json', '/docs/..%2f..%2fpackage.json']) {
      expect(await says(server.url, `GET ${path} HTTP/1.1\r\n${CLOSE}\r\n`)).toMatch(/^HTTP\/1\.1 40[0-4] /);
    }
  },
);

story('whoever balances load may ask whether all is well', async ({ anonymous }) => {
  await anonymous.get('/health/live').is({ status: 'ok' });
  await anonymous.get('/health/ready').is({ status: 'ok' });
});
