// A decision with fifty recipients against fifty decisions with one: how many times as long the fifty take.
import { median } from './measure.mjs';

const RECIPIENTS = 50;
const ROUNDS = 12;
const WARMING_ROUNDS = 4;

/** @returns {Promise<{ one: number, fifty: number }>} milliseconds, medians of rounds in turns */
export async function oneDecisionAgainstFifty({ address, headers }, organizationId) {
  const post = async (path, body) => {
    const json = { ...headers, 'content-type': 'application/json' };
    const reply = await fetch(`${address}/api/v1/${path}`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const forms = await (await fetch(`${address}/api/v1/award-forms?code=gk`, { headers })).json();
  const names = [{ name: 'Liên minh Hợp tác xã', validFrom: '1994-01-01' }];
  const { id: issuingBodyId } = await post('issuing-bodies', { level: 'alliance_provincial', names });
  const award = { formId: forms.items[0].id, recipientKind: 'collective', organizationId, kind: 'merit' };
  let number = 0;
  const enter = (awards) =>
    post('award-decisions', { number: `${(number += 1)}/QĐ-LM`, decidedOn: '2020-11-18', issuingBodyId, awards });
  const timed = async (work) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const times = { one: [], fifty: [] };
  for (let round = 0; round < WARMING_ROUNDS + ROUNDS; round += 1) {
    const one = await timed(() => enter(Array.from({ length: RECIPIENTS }, () => award)));
    const fifty = await timed(async () => {
      for (let i = 0; i < RECIPIENTS; i += 1) await enter([award]);
    });
    if (round < WARMING_ROUNDS) continue;
    times.one.push(one);
    times.fifty.push(fifty);
  }
  return { one: median(times.one), fifty: median(times.fifty) };
}
