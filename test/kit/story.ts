import { afterAll, beforeAll, test } from '@jest/globals';
import { noteReplies } from '../counting/replies.js';
import { cloneDatabase, type TestDatabase } from '../setup/database.js';
import { castBefore, type Cast } from './cast.js';
import { hostServer, type HostedServer } from './hosted.js';

/** What surrounds a story, where it must look behind the API. */
export interface Stage {
  /** The owner's address of this file's database. */
  databaseUrl: string;
  server: HostedServer;
}

let database: TestDatabase | undefined;
let server: HostedServer | undefined;
let cast: Cast;
let settings: Readonly<Record<string, string>> = {};

/** Settings of this file's server, said before its first story. */
export const serverHas = (variables: Readonly<Record<string, string>>): void => void (settings = variables);

// Whoever imports the kit tells stories: each file has a database and a server of its own.
beforeAll(async () => {
  database = await cloneDatabase();
  server = await hostServer(database.url, settings);
  cast = castBefore(() => stage().server.url);
}, 120_000);

afterAll(async () => {
  noteReplies();
  try {
    await server?.stop();
  } finally {
    await database?.drop();
  }
}, 120_000);

function stage(): Stage {
  if (!database || !server) throw new Error('The stage is not set: stories run inside a test file.');
  return { databaseUrl: database.url, server };
}

/**
 * A story, end to end: actors speak to the real server, and nobody speaks by default.
 *
 *     story('a number is given once', async ({ secretariat, otherAlliance }) => {
 *       const member = await admit(secretariat, { number: '0263' });
 *       await secretariat.post('memberships', admission(organization, { number: '0263' })).refused('membership-number-taken', 409);
 *       await otherAlliance.get(`memberships/${member.id}`).unknown();
 *     });
 */
export function story(title: string, tell: (cast: Cast, stage: Stage) => Promise<void>): void {
  test(title, async () => {
    const before = stage().server.output().length;
    await tell(cast, stage()).catch((error: Error) => {
      const said = stage().server.output().slice(before).trim();
      throw said ? Object.assign(error, { cause: new Error(`The server said:\n${said.slice(-2_000)}`) }) : error;
    });
    const forgetful = Object.values(cast).filter((client) => client.unawaited.size > 0);
    for (const client of forgetful) client.unawaited.clear();
    // An expectation that nobody awaits holds whatever is answered.
    if (forgetful.length > 0)
      throw new Error(`Not awaited: something that ${forgetful.map(({ name }) => name).join(', ')} asked.`);
  });
}
