import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** The methods of each address, by the template of its route. */
    methodsOf: Map<string, Set<string>>;
  }
}

/** Keeps which methods each address takes, for whoever asks with another. */
export function rememberMethods(server: FastifyInstance): void {
  const methodsOf = new Map<string, Set<string>>();
  server.decorate('methodsOf', methodsOf);
  server.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
}

/** The methods that the asked address takes; none when there is no such address. */
export function allowedAt({ server, url }: FastifyRequest): string[] {
  const path = (url.split('?', 1)[0] ?? '').split('/');
  const found = [...server.methodsOf].flatMap(([template, methods]) => (fits(template, path) ? [...methods] : []));
  return [...new Set(found)].sort();
}

function fits(template: string, path: readonly string[]): boolean {
  const parts = template.split('/');
  return (
    parts.length === path.length &&
    parts.every((part, at) => (part.startsWith(':') ? path[at] !== '' : part === path[at]))
  );
}
