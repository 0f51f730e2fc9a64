// The floor: a bare node:http server that runs the same SQL by pg and sends the same bytes, without any sign-in. A process
// of its own, as the server under test is; its parent tells it what to answer.
import { createServer } from 'node:http';
import pg from 'pg';
import { create } from './floor-create.mjs';

process.once('disconnect', () => process.exit());
pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);

const bodies = {
  one: ([row]) => row.body,
  page: (rows, limit) => {
    const items = rows.slice(0, limit).map(({ item }) => item);
    return `{"items":[${items.join(',')}],"next":${rows.length > limit ? JSON.stringify(rows[limit - 1].keys) : 'null'}}`;
  },
  rows: (rows) => JSON.stringify({ rows }),
};

process.once('message', ({ url, cases }) => {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c search_path=registry,public -c jit=off' });
  const byRequest = new Map(
    cases.map(({ label, path, request, floor }) => [`${request?.method ?? 'GET'} ${path}`, { name: label, ...floor }]),
  );
  const answer = async (request) => {
    const known = byRequest.get(`${request.method} ${request.url}`);
    if (known.answers === 'create') return create(pool, known, request);
    const { name, text, values, limit } = known;
    const { rows } = await pool.query({ name, text, values });
    return bodies[known.answers](rows, limit);
  };
  const send = async (request, response) => {
    const body = await answer(request);
    response.writeHead(request.method === 'POST' ? 201 : 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  };
  const server = createServer((request, response) => void send(request, response));
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
});
