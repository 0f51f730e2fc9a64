// The server in a process of its own whose gate can be told to ask for nothing: `open` lets every request in as whoever was
// let in last, `shut` asks again. Answers each message with the processor time used so far, in microseconds.
import { readSettings } from '../dist/platform/config/settings.js';
import { ACTOR_SOURCE } from '../dist/platform/http/gate.js';
import { createProgram } from '../dist/server.js';

process.once('disconnect', () => process.exit());

process.once('message', (databaseUrl) => void opens(databaseUrl));

async function opens(databaseUrl) {
  const settings = readSettings({ PORT: '0', RATE_LIMIT: '1000000000', LOG_LEVEL: 'silent' });
  const app = await createProgram({ databaseUrl, settings });
  const source = app.get(ACTOR_SOURCE);
  const asks = source.cached.bind(source);
  let last;
  const gates = {
    shut: (token, kind) => (last = asks(token, kind)),
    open: () => last,
  };
  source.cached = gates.shut;
  process.on('message', (gate) => {
    source.cached = gates[gate];
    const { user, system } = process.cpuUsage();
    process.send(user + system);
  });
  await app.listen(0, '127.0.0.1');
  process.send(await app.getUrl());
}
