import { expect } from '@jest/globals';
import { hostServer } from '../kit/hosted.js';
import { story } from '../kit/story.js';

/** What browsers are told about an answer. */
const strict = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-resource-policy': 'same-origin',
};

story(
  'every answer, a refusal too, is of its type only, in no frame and kept by nobody (ASVS 3.4.1, 3.4.4, 3.4.6, 14.3.2)',
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
    expect((await asks(server.url, 'https://lienminh.example', 'OPTIONS')).status).toBe(404);

    const open = await hostServer(databaseUrl, { CORS_ORIGINS: 'https://lienminh.example' });
    try {
      const admitted = await asks(open.url, 'https://lienminh.example', 'OPTIONS');
      expect(admitted.status).toBe(204);
      expect(admitted.headers.get('access-control-allow-origin')).toBe('https://lienminh.example');
      expect(admitted.headers.get('access-control-allow-credentials')).toBeNull();
      const stranger = await asks(open.url, 'https://elsewhere.example');
      expect(stranger.headers.get('access-control-allow-origin')).not.toBe('https://elsewhere.example');
    } finally {
      await open.stop();
    }
  },
);
