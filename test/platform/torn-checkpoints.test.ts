import { expect, test } from '@jest/globals';
import { statSync, truncateSync } from 'node:fs';
import { SealedScratch } from '../kit/sealed-scratch.js';

test.each([
  ['in its signature', 60],
  ['in what it says', 130],
])(
  'a checkpoint whose writing was cut off %s accuses nobody, nor does it swallow the next',
  async (_where, missing) => {
    const sealed = await SealedScratch.open();
    try {
      await sealed.enter('trước khi mất điện');
      await sealed.seal();
      truncateSync(sealed.checkpointFile, statSync(sealed.checkpointFile).size - missing);
      const id = await sealed.enter('sau khi mất điện');
      const last = await sealed.seal();
      expect(await sealed.verified()).toEqual([]);
      expect(await sealed.exportVerified()).toEqual([]);
      const changed = `update audit.events set after = after || '{"name": "khác"}' where record_id = '${id}'`;
      await sealed.tamper('delete from audit.checkpoints', changed);
      expect(await sealed.verified()).toContain(`event ${last} was changed`);
    } finally {
      await sealed.drop();
    }
  },
);
