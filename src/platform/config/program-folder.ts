import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The folder of package.json, from which files beside the code are found: the bundled code lies elsewhere than its source. */
export const programFolder = dirname(createRequire(import.meta.url).resolve('#package'));
