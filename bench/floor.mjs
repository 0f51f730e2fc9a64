// The floor: a bare node:http server that runs the same SQL by pg and sends the same bytes, without any sign-in.
import { createServer } from 'node:http';
import pg from 'pg';

pg.types.setTypeParser(1082, (text) => text);
pg.types.setTypeParser(20, Number);

/** @param answers path → { text, values, body(row) } */
export function startFloor(url, answers) {
  const pool = new pg.Pool({ connectionString: url, max: 10, options: '-c search_path=registry,public -c jit=off' });
  const server = createServer(async (request, response) => {
    const answer = answers[request.url];
    const { rows } = await pool.query({ name: answer.name, text: answer.text, values: answer.values() });
    const body = answer.body(rows[0]);
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${server.address().port}`,
        close: () => (server.closeAllConnections(), server.close(), pool.end()),
      }),
    );
  });
}
