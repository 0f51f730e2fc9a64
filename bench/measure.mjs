// Requests a second, ours and the floor's in turns. The first turns are not counted: a server runs for months, and its code
// is compiled to the end only after some thousand requests.
import autocannon from 'autocannon';

const WARMING_ROUNDS = 2;
const ROUNDS = 3;

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** @returns requests a second of each contender, the median of the rounds */
export async function sideBySide(contenders, seconds) {
  const rates = contenders.map(() => []);
  for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round += 1) {
    for (const [i, contender] of contenders.entries()) {
      const rate = await measure(contender, seconds);
      if (round >= WARMING_ROUNDS) rates[i].push(rate);
    }
  }
  return rates.map(median);
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
