import { problemContent } from './describe.js';

/** What answers of every route have in common, told once in the document's components. */

const whole = { type: 'integer', format: 'int32' } as const;

const headers = {
  'X-RateLimit-Limit': { description: 'Requests that your address may make in a minute', schema: whole },
  'X-RateLimit-Remaining': { description: 'How many of them are left', schema: whole },
  'X-RateLimit-Reset': { description: 'Seconds until they all are there again', schema: whole },
  // Said, so that nobody looks for it.
  'Access-Control-Allow-Origin': {
    description: 'Not sent: pages of other origins read nothing here',
    schema: { type: 'string' },
  },
  'Retry-After': { description: 'Seconds to wait', schema: whole },
} as const;

type HeaderName = keyof typeof headers;
const refer = (names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

const { 'Retry-After': _, ...always } = headers;
const headersOfAnswers = refer(Object.keys(always) as HeaderName[]);

export const sharedComponents = {
  headers,
  responses: {
    TooManyRequests: {
      description: '`too-many-requests`: wait as long as `Retry-After` says',
      content: problemContent,
      headers: { ...headersOfAnswers, ...refer(['Retry-After']) },
    },
    Unexpected: {
      description: '`unexpected`: something went wrong; tell the operator the request id',
      content: problemContent,
    },
  },
};

/** The answers of one route, each 2XX and 4XX with the headers that every answer has, and those that every route may give. */
export const withShared = (responses: object) => ({
  ...Object.fromEntries(
    Object.entries(responses).map(([status, response]: [string, object]) => [
      status,
      /^[24]/.test(status) ? { ...response, headers: headersOfAnswers } : response,
    ]),
  ),
  429: { $ref: '#/components/responses/TooManyRequests' },
  500: { $ref: '#/components/responses/Unexpected' },
});
