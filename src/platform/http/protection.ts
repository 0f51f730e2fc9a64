import type { FastifyInstance, onSendHookHandler } from 'fastify';

/** What browsers are told about every answer: it is no page, belongs into no frame, is of the type that it says. */
export const protections: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
};

/**
 * The documentation is a page: it may use what this server itself sends, nothing else. Swagger UI writes styles into its
 * page and draws pictures from `data:`; all of its scripts are files.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The documentation's addresses: public by decision, and no routes of ours. */
export const isDocumentation = (url: string | undefined): boolean => url !== undefined && /^\/docs(\/|$)/.test(url);

/** Swagger's page does not say by which letters it is written. */
const saysItsLetters: onSendHookHandler = (_request, reply, payload, done) => {
  if (reply.getHeader('content-type') === 'text/html') reply.type('text/html; charset=utf-8');
  done(null, payload);
};

/** Puts these headers and the request's id on every answer. */
export function protectReaders(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (isDocumentation(route.url)) route.onSend = saysItsLetters;
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(protections).header('x-request-id', request.id);
    const { config, url } = request.routeOptions;
    if (!config.right && isDocumentation(url)) reply.header('content-security-policy', PAGE_POLICY);
    done();
  });
}
