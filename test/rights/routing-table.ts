import { pathToFileURL } from 'node:url';
import { askBuilt } from '../setup/built.js';
import { operationsOf, type Document } from './document.js';

/** The documentation is public by decision and no part of the document: these addresses, no others. */
const documentation = [
  '/docs',
  '/docs/',
  '/docs/problems/{code}',
  '/docs/swagger-ui-init.js',
  '/docs/docs/swagger-ui-init.js',
  '/docs/index.html',
  '/docs/LICENSE',
  '/docs/openapi.json',
  '/docs/*',
];

/** Every route of the program in a folder, as its own router prints them: `GET /api/v1/awards/{id}`. */
export async function routesOf(dist: string, databaseUrl: string): Promise<string[]> {
  const module = (name: string) => JSON.stringify(pathToFileURL(`${dist}/${name}.js`).href);
  const tree = await askBuilt<string>(
    `const [{ createProgram }, { readSettings }] = await Promise.all([
       import(${module('server')}), import(${module('platform/config/settings')})]);
     const app = await createProgram({ databaseUrl: process.env.DATABASE_URL, settings: readSettings(process.env) });
     await app.init();
     const server = app.getHttpAdapter().getInstance();
     await server.ready();
     console.log(JSON.stringify(server.printRoutes({ commonPrefix: false })));
     await app.close();`,
    { DATABASE_URL: databaseUrl },
  );
  return routesIn(tree);
}

/** The routes of a printed tree: each line adds to the path of the line above it that stands further left. */
export function routesIn(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+)(?: \(([^)]+)\))?/.exec(line) ?? [];
    if (part === '') return [];
    const depth = indent.length / 4;
    const path = (above[depth - 1] ?? '') + part;
    above[depth] = path;
    above.length = depth + 1;
    const template = path.replace(/:(\w+)/g, '{$1}');
    return methods ? methods.split(', ').map((method) => `${method} ${template}`) : [];
  });
}

/** Where routing table and document disagree. A HEAD belongs to its GET. */
export function disagreements(routes: readonly string[], document: Document): string[] {
  const routed = routes.filter((route) => !documentation.includes(route.replace(/^\w+ /, '')));
  const published = new Set(operationsOf(document).map(({ name }) => name));
  const known = (route: string) => published.has(route.replace(/^HEAD /, 'GET '));
  return [
    ...routed
      .filter((route) => !known(route))
      .map((route) => `${route} is routed, and the document knows nothing of it`),
    ...[...published].filter((name) => !routed.includes(name)).map((name) => `${name} is published, and not routed`),
  ];
}
