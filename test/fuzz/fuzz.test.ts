import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { castBefore } from '../kit/cast.js';
import { Answers } from '../rights/answers.js';
import { committedDocument, operationsOf } from '../rights/document.js';
import { withSubject, type Subject } from '../rights/subject.js';
import { World } from '../rights/world.js';
import { requests, type FuzzRequest } from './requests.js';

/** `npm run fuzz` asks more often; the seed is the same until somebody gives another. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_201_127);
const LONG = 3_000;
/** A server at work may hold this much more than after its first third. */
const MOST_GROWTH = 1.3;

/** Asks one server, and answers how much memory it held after each round. */
async function asked({ server, rows, issuer }: Subject): Promise<number[]> {
  const document = committedDocument();
  const cast = castBefore(() => server.url);
  // Sign-ins in vain are counted for an address: everybody signs in before there are any.
  await Promise.all(Object.values(cast).map((client) => client.credentials()));
  const world = new World(document, cast, rows, issuer);
  await world.build('A');
  const answers = new Answers(document);
  const ids = new Map<string, string>();
  for (const resource of world.resources) ids.set(resource, await world.record(resource, 'A'));
  // What is about oneself would sign the cast out.
  const operations = operationsOf(document).filter(
    ({ method, grants }) => method === 'GET' || !grants?.some(({ scope }) => scope === 'everywhere'),
  );
  const ask = async ({ operation, actor, path, headers, body }: FuzzRequest): Promise<void> => {
    const reply = await cast[actor].send({
      method: operation.method,
      path,
      headers,
      ...(body !== undefined && { body }),
    });
    expect(reply.status).toBeLessThan(500);
    expect(answers.problemWithAny(operation, reply, actor)).toBeNull();
  };
  const property = fc.asyncProperty(
    requests(document, operations, (resource) => ids.get(resource)),
    ask,
  );
  const rounds = RUNS >= LONG ? 3 : 2; // the first one warms up
  const held: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await fc.assert(property, { numRuns: Math.ceil(RUNS / rounds), seed: SEED + round, verbose: 1 });
    held.push(await server.memory());
  }
  return held;
}

test(`no request of ${RUNS} makes the server fail, or say more than it declares (ASVS 2.2.1, 15.3.1, 16.5.1)`, async () => {
  const held = await withSubject(asked);
  expect(held.at(-1)).toBeLessThan((held[0] ?? 0) * MOST_GROWTH + 1);
  const memory = held.map((bytes) => `${Math.round(bytes / 2 ** 20)} MB`).join(', ');
  process.stdout.write(`${RUNS} requests with the seed ${SEED}; memory ${memory}\n`);
}, 1_200_000);
