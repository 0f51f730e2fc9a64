/** The headers of answers, told once in the document's components. */

const whole = { type: 'integer', format: 'int32' } as const;
const address = { type: 'string', maxLength: 2000 } as const;

const ofEveryAnswer = {
  'X-RateLimit-Limit': { description: 'Requests that your address may make in a minute', schema: whole },
  'X-RateLimit-Remaining': { description: 'How many of them are left', schema: whole },
  'X-RateLimit-Reset': { description: 'Seconds until they all are there again', schema: whole },
  'X-Request-Id': { description: 'Names the request, in the log as well', schema: { type: 'string', maxLength: 100 } },
  'Access-Control-Allow-Origin': {
    description: 'Sent to pages of the origins that the operator lets in, by default none',
    schema: { type: 'string' },
  },
} as const;

export const answerHeaders = {
  ...ofEveryAnswer,
  'Retry-After': { description: 'Seconds to wait', schema: whole },
  ETag: {
    description:
      'For `If-None-Match` and `If-Match`: the version of the record and a hash of the answer; in a 412 the version alone, which `If-Match` takes as well',
    schema: { type: 'string', maxLength: 100, example: '"3-1Bq0vY7mXcZk2LtA"' },
  },
  'WWW-Authenticate': {
    description:
      'How one signs in: `Bearer`, with `error="invalid_token"` when the token that was shown is good for nothing',
    schema: { type: 'string', maxLength: 100 },
  },
  'Content-Language': { description: '`vi`, or `en` when it was preferred', schema: { type: 'string', maxLength: 2 } },
  Location: { description: 'Where to go on', schema: address },
  Link: { description: 'The following page, `<…>; rel="next"`; the last page has none', schema: address },
  'Idempotent-Replayed': {
    description: '`true` when this repeats what was answered before',
    schema: { type: 'string', maxLength: 4 },
  },
} as const;

type HeaderName = keyof typeof answerHeaders;

/** References to headers, by their names. */
export const refer = (...names: readonly HeaderName[]) =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

export const headersOfEveryAnswer = refer(...(Object.keys(ofEveryAnswer) as HeaderName[]));
