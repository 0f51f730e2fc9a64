import { expect } from '@jest/globals';
import { publishedOperations } from '../counting/document.js';
import { hostServer } from '../kit/hosted.js';
import { organization } from '../kit/makers.js';
import { story } from '../kit/story.js';
import { castPassword } from '../setup/cast.js';

/** What browsers are told about an answer. */
const strict = {
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-resource-policy': 'same-origin',
};

story(
  'every answer, a refusal too, is of its type only, in no frame and kept by nobody (ASVS 3.2.1, 3.4.1, 3.4.3, 3.4.4, 3.4.5, 3.4.6, 14.2.2, 14.3.2)',
  async ({ secretariat, anonymous }) => {
    const answers = [
      await secretariat.get('people').is(),
      await secretariat.get('reports/members', { format: 'csv' }).is(),
      await secretariat.get('people/x').unknown(),
      await anonymous.get('people').anonymous(),
    ];
    for (const { headers } of answers) {
      expect(Object.fromEntries(headers)).toMatchObject({ ...strict, 'cache-control': 'no-store' });
    }
    const { headers } = await anonymous.get('/docs');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
  },
);

story('every answer says of what type it is, and texts by which letters (ASVS 4.1.1)', async (cast) => {
  const { secretariat, anonymous } = cast;
  const problem = await anonymous.get('people').anonymous();
  const answers = {
    'application/json; charset=utf-8': await secretariat.get('people').is(),
    'application/problem+json; charset=utf-8': problem,
    'text/csv; charset=utf-8': await secretariat.get('reports/members', { format: 'csv' }).is(),
    'text/html; charset=utf-8': await anonymous.get('/password').is(),
  };
  for (const [type, { headers }] of Object.entries(answers)) expect(headers.get('content-type')).toBe(type);
  const pages = ['/docs', '/docs/swagger-ui.css', '/docs/swagger-ui-bundle.js', String(problem.body['type'])];
  for (const path of pages) {
    expect((await anonymous.get(path).is()).headers.get('content-type')).toMatch(
      /^(text|application)\/\w+; charset=utf-8$/,
    );
  }
});

story('what a page of another origin may send unasked is not heard (ASVS 3.5.1, 3.5.2)', async (cast) => {
  const { secretariat, anonymous } = cast;
  const { Authorization = '' } = await secretariat.credentials();
  await anonymous.post('organizations', organization(), { Cookie: `Authorization=${Authorization}` }).anonymous();
  const signIn = JSON.stringify({ email: 'secretariat@hp.test', password: castPassword });
  const asks = (type: string, path: string, body: string, headers = {}) =>
    anonymous.ask({ method: 'POST', path, body, headers: { ...headers, 'Content-Type': type } });
  for (const simple of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data']) {
    await asks(simple, '/api/v1/auth/sessions', signIn).refused('unsupported-media-type', 415);
    const entry = JSON.stringify(organization());
    await asks(simple, '/api/v1/organizations', entry, { Authorization }).refused('unsupported-media-type', 415);
  }
});

story('by GET nothing is done, but for coming back from a provider (ASVS 3.5.3)', async () => {
  const operations = publishedOperations();
  const reading = operations.filter(({ method }) => method === 'GET');
  const rightsToWrite = operations.flatMap(({ method, policy }) => (method !== 'GET' && policy ? policy.right : []));
  expect(rightsToWrite.length).toBeGreaterThan(50);
  expect(reading.filter(({ policy }) => policy && rightsToWrite.includes(policy.right))).toEqual([]);
  expect(reading.flatMap(({ template, policy }) => (policy ? [] : template)).sort()).toEqual([
    '/api/v1/auth/single-sign-on',
    '/api/v1/auth/single-sign-on/callback',
    '/health/live',
    '/health/ready',
    '/password',
  ]);
});

story(
  'pages of other origins read nothing unless they are named (ASVS 3.4.2)',
  async ({ secretariat }, { databaseUrl, server }) => {
    const asks = (url: string, origin: string, method = 'GET') =>
      fetch(`${url}/api/v1/people`, {
        method,
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'authorization',
        },
      });
    await secretariat.get('people').is();
    const closed = await asks(server.url, 'https://lienminh.example');
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    expect((await asks(server.url, 'https://lienminh.example', 'OPTIONS')).status).toBe(405);

    const open = await hostServer(databaseUrl, { CORS_ORIGINS: 'https://lienminh.example' });
    try {
      const admitted = await asks(open.url, 'https://lienminh.example', 'OPTIONS');
      expect(admitted.status).toBe(204);
      expect(admitted.headers.get('access-control-allow-origin')).toBe('https://lienminh.example');
      expect(admitted.headers.get('access-control-allow-credentials')).toBeNull();
      expect(admitted.headers.get('access-control-max-age')).toBe('600');
      const answered = await asks(open.url, 'https://lienminh.example');
      expect(answered.headers.get('access-control-expose-headers')).toMatch(/\bDate\b.*\bETag\b/);
      const stranger = await asks(open.url, 'https://elsewhere.example');
      expect(stranger.headers.get('access-control-allow-origin')).not.toBe('https://elsewhere.example');
    } finally {
      await open.stop();
    }
  },
);
