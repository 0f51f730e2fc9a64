/** Imports run down the floors; within the registry, only to the registers listed above; never in a circle. */
const registers = ['codes', 'places', 'documents', 'alliances', 'organizations', 'people', 'memberships', 'congresses', 'awards', 'training', 'targets'];

const upwardsInRegistry = registers.map((register, index) => ({
  name: `${register}-imports-only-registers-above`,
  severity: 'error',
  from: { path: `^src/registry/${register}/` },
  to: { path: `^src/registry/(${registers.slice(index + 1).join('|') || 'none'})/` },
}));

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(registry|access|dossiers|reports|demo|commands)/' },
    },
    {
      name: 'registry-imports-down',
      severity: 'error',
      from: { path: '^src/registry/' },
      to: { path: '^src/(access|dossiers|reports|demo|commands)/' },
    },
    { name: 'access-imports-down', severity: 'error', from: { path: '^src/access/' }, to: { path: '^src/(dossiers|reports|demo|commands)/' } },
    {
      name: 'dossiers-stand-beside',
      severity: 'error',
      from: { path: '^src/dossiers/' },
      to: { path: '^src/(access|reports|demo|commands)/' },
    },
    { name: 'reports-import-down', severity: 'error', from: { path: '^src/reports/' }, to: { path: '^src/(access|dossiers|demo|commands)/' } },
    { name: 'demo-imports-down', severity: 'error', from: { path: '^src/demo/' }, to: { path: '^src/(dossiers|commands)/' } },
    {
      name: 'only-the-list-of-rooms-imports-dossiers',
      severity: 'error',
      from: { pathNot: '^src/(dossiers/|app\\.module\\.ts$)' },
      to: { path: '^src/dossiers/' },
    },
    ...upwardsInRegistry,
    {
      name: 'typeorm-is-fenced',
      comment: 'Whoever holds a manager can save() past scope, version and reason. Records declare their columns with it, nothing more.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/(database/|records/(record|declare)\\.ts$)' },
      to: { path: 'node_modules/(@nestjs/)?typeorm/' },
    },
    {
      name: 'pg-is-fenced',
      comment: 'A connection of its own has an operator at a console, who is asked for no right: there are no others.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot:
          '^src/(platform/database/|platform/audit/(beside-log|log-reader|rows-unlike-log|snapshot-lanes)\\.ts$|commands/(audit(-keys)?|doctor(-settings)?|erase-person)\\.ts$|registry/places/load-places\\.ts$)',
      },
      to: { path: 'node_modules/(@types/)?pg/' },
    },
  ],
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, enhancedResolveOptions: { extensions: ['.ts', '.js'] } },
};
