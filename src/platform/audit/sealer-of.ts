import { Logger } from '@nestjs/common';
import type { Settings } from '../config/settings.js';
import type { Database } from '../database/database.js';
import { CheckpointFile, CheckpointNotKept } from './checkpoint-file.js';
import { SealedLog } from './sealed-log.js';
import { Sealer } from './sealer.js';
import { signingKey } from './signing-key.js';

/** Between two turns of the sealer when nobody nudges it, in milliseconds. */
const EVERY_MS = 500;

/** A failure that stays the same is told again after so many milliseconds. */
const TOLD_AGAIN_AFTER_MS = 60_000;

/** The sealer of one process, with the key and the checkpoint file of its settings. @throws StartRefusal */
export async function sealerOf(database: Database, settings: Settings): Promise<Sealer> {
  const file = settings.checkpointFile === null ? null : new CheckpointFile(settings.checkpointFile);
  const keys = await database.run({ text: 'select true as signed from audit.signing_keys limit 1', values: [] });
  const log = new SealedLog(database, signingKey(settings, keys.length > 0), file);
  await log.begin();
  const logger = new Logger('Audit');
  return new Sealer(() => log.seal(), EVERY_MS, unlessJustSaid(inWords, logger));
}

const inWords = (failure: unknown): string =>
  failure instanceof CheckpointNotKept
    ? `A checkpoint is signed, but not in CHECKPOINT_FILE: ${failure.message}. It is tried again.`
    : `The log could not be sealed: ${messageOf(failure)}. It is tried again.`;

/** Without what PostgreSQL says in detail, which may repeat values. */
const messageOf = (failure: unknown): string => (failure instanceof Error ? failure.message : 'an unknown failure');

/** Reports failures; while they go on being the same, once in a while. */
function unlessJustSaid(words: (failure: unknown) => string, logger: Logger): (failure: unknown) => void {
  let last = { said: '', at: -Infinity };
  return (failure) => {
    const said = words(failure);
    const at = performance.now();
    if (said === last.said && at - last.at < TOLD_AGAIN_AFTER_MS) return;
    last = { said, at };
    logger.error(said);
  };
}
