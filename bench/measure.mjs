// Requests a second, ours and the floor's in turns. What comes first is not counted: a server runs for months, and its code is
// compiled to the end only after some thousand requests, which a slow machine takes longer for.
import autocannon from 'autocannon';

const WARMING_REQUESTS = 6_000;
const MOST_WARMING_SECONDS = 8;
const ROUNDS = 3;

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** @returns requests a second of each contender, the median of the rounds */
export async function sideBySide(contenders, seconds) {
  const rates = contenders.map(() => []);
  for (const contender of contenders) await warm(contender);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [i, contender] of contenders.entries()) rates[i].push(await measure(contender, seconds));
  }
  return rates.map(median);
}

async function warm(contender) {
  const began = performance.now();
  for (let asked = 0; asked < WARMING_REQUESTS && performance.now() - began < MOST_WARMING_SECONDS * 1_000;) {
    asked += await measure(contender, 1);
  }
}

export async function measure({ url, headers, request = {}, connections = 16 }, seconds) {
  const json = request.body === undefined ? {} : { 'content-type': 'application/json' };
  const whole = { ...request, headers: { ...headers, ...json } };
  const first = await fetch(url, whole);
  if (!first.ok) throw new Error(`${url}: ${first.status} ${await first.text()}`);
  const { requests, non2xx, errors } = await autocannon({ url, ...whole, connections, duration: seconds });
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} lost`);
  return requests.average;
}
