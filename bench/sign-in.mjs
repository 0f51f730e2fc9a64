// What recognising a signed-in caller costs: the same route in the same process, with the gate that looks the token up and
// with one that does not, in turns.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import autocannon from 'autocannon';
import { median } from './measure.mjs';

const ROUNDS = 8;
const WARMING_ROUNDS = 3;

/** @returns {Promise<number>} microseconds of processor time a request */
export async function costOfSignIn({ url, headers, path }, seconds) {
  const server = fork('bench/open-server.mjs');
  server.send(url);
  const [address] = await once(server, 'message');
  const used = async (gate) => {
    server.send(gate);
    const [microseconds] = await once(server, 'message');
    return microseconds;
  };
  const costs = [];
  for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round += 1) {
    const cost = {};
    for (const gate of ['shut', 'open']) {
      await fetch(address + path, { headers });
      const before = await used(gate);
      const { requests } = await autocannon({ url: address + path, headers, connections: 16, duration: seconds });
      cost[gate] = ((await used(gate)) - before) / requests.total;
    }
    if (round >= WARMING_ROUNDS) costs.push(cost.shut - cost.open);
  }
  server.disconnect();
  return median(costs);
}
