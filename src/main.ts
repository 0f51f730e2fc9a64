import { refuseUnsupportedNode } from './platform/config/supported-node.js';

refuseUnsupportedNode();
const [{ enter }, { start }] = await Promise.all([import('./commands/entrance.js'), import('./commands/start.js')]);
await enter(() => start(process.argv.slice(2)));
