import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { watchUnreadAnswers } from '../../src/platform/http/readers.js';

/** Answers that are longer than what the system takes over of them, and readers who take their time. */

const LENGTH = 32 * 1024 * 1024;
let server: Server;

async function asks(patience?: Parameters<typeof watchUnreadAnswers>[1]): Promise<Socket> {
  server = createServer((_, answer) => answer.end(Buffer.alloc(LENGTH, 'x')));
  watchUnreadAnswers(server, patience);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'readable');
  return socket;
}

const connections = (): Promise<number> =>
  new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });

/** What is left to be read, until the server hangs up. */
async function readOn(socket: Socket): Promise<number> {
  let bytes = 0;
  for await (const part of socket) bytes += (part as Buffer).length;
  return bytes;
}

afterEach(() => {
  server.close();
  server.closeAllConnections();
});

test('a server that stops sends on what is being read, and closes the connection then', async () => {
  const socket = await asks();
  const closed = new Promise((resolve) => server.close(resolve));
  const sweep = setInterval(() => server.closeIdleConnections(), 5);
  await pause(50);
  expect(await readOn(socket)).toBeGreaterThan(LENGTH);
  await closed;
  clearInterval(sweep);
});

test('who reads nothing for long is hung up on', async () => {
  const socket = await asks({ lookEveryMs: 10, atLeastMs: 20, bytesPerSecond: 10 * LENGTH });
  for (let looks = 0; looks < 1_000 && (await connections()) > 0; looks += 1) await pause(10);
  expect(await connections()).toBe(0);
  expect(await readOn(socket)).toBeLessThan(LENGTH);
});

test('who reads at his pace is not', async () => {
  const socket = await asks({ lookEveryMs: 10, atLeastMs: 30_000, bytesPerSecond: LENGTH });
  let bytes = 0;
  for await (const part of socket) {
    bytes += (part as Buffer).length;
    if (bytes > LENGTH) break;
    await pause(1);
  }
  expect(bytes).toBeGreaterThan(LENGTH);
});
