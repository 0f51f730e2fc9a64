// The floor in a process of its own, as the server under test is. Told what to answer by its parent.
import { startFloor } from './floor.mjs';

process.once('message', async ({ url, answers }) => {
  const whole = (row) => row.body;
  const page = (row) => `{"items":[${row.items}],"next":${row.more ? JSON.stringify(row.last) : 'null'}}`;
  const built = Object.fromEntries(
    answers.map(({ path, kind, text, values, name }) => [
      path,
      { name, text, values: () => values, body: kind === 'page' ? page : whole },
    ]),
  );
  const { url: address } = await startFloor(url, built);
  process.send(address);
});
