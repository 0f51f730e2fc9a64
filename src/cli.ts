import { refuseUnsupportedNode } from './platform/config/supported-node.js';

refuseUnsupportedNode();
const [{ enter }, { commands }] = await Promise.all([
  import('./commands/entrance.js'),
  import('./commands/commands.js'),
]);
await enter(() =>
  commands()
    .parseAsync(process.argv)
    .then(() => undefined),
);
