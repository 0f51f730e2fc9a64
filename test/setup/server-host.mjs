import { readSettings } from '../../dist/platform/config/settings.js';
import { loginsFor } from '../../dist/platform/database/logins.js';
import { startServer } from '../../dist/server.js';

/**
 * A process in which one worker's servers run, one for each test file, and questions to the built program are answered:
 * Node takes seconds to read the program, and compiles it again in every new process. It ends with the worker.
 */

const servers = new Map();
const AsyncFunction = (async () => undefined).constructor;
const built = (source) => import(new URL(`../../dist/${source.replace(/\.ts$/, '.js')}`, import.meta.url));

const actions = {
  async start({ databaseUrl, environment }) {
    const settings = readSettings(environment);
    const server = await startServer({ ...(await loginsFor(databaseUrl, settings, console.log)), settings });
    servers.set(server.url, server);
    return server.url;
  },
  async stop({ url }) {
    await servers.get(url)?.close();
    servers.delete(url);
  },
  answer: ({ code, environment }) => new AsyncFunction('built', 'environment', code)(built, environment),
};

async function acts({ id, action, ...given }) {
  try {
    process.send({ id, done: await actions[action](given) });
  } catch (error) {
    process.send({ id, failed: error.stack });
  }
}

process.on('message', (message) => void acts(message));
process.on('disconnect', () => process.exit());
