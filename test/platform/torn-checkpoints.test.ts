import { expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, renameSync, rmdirSync, statSync, truncateSync } from 'node:fs';
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

test('a checkpoint that could not be written is written as soon as it can be, without another event', async () => {
  const sealed = await SealedScratch.open();
  const { checkpointFile: file } = sealed;
  try {
    await sealed.sealing(async (seal) => {
      await seal();
      renameSync(file, `${file}.away`);
      mkdirSync(file);
      await sealed.enter('khi không ghi được');
      await expect(seal()).rejects.toThrow(`${file} cannot be written (EISDIR)`);
      rmdirSync(file);
      renameSync(`${file}.away`, file);
      const size = await seal();
      expect(readFileSync(file, 'utf8')).toContain(`\n${size}\n`);
    });
  } finally {
    await sealed.drop();
  }
});

test('a log that lost what its checkpoint file tells of, as after an older backup, signs no other history', async () => {
  const sealed = await SealedScratch.open();
  try {
    await sealed.enter('trước bản sao lưu');
    await sealed.seal();
    await sealed.enter('sau bản sao lưu');
    const last = await sealed.seal();
    await sealed.tamper('delete from audit.checkpoints where size = (select max(size) from audit.checkpoints)');
    const says = `CHECKPOINT_FILE ends with a checkpoint of ${last} events that this database does not have`;
    await expect(sealed.seal()).rejects.toThrow(says);
    renameSync(sealed.checkpointFile, `${sealed.checkpointFile}.before`);
    await sealed.seal();
  } finally {
    await sealed.drop();
  }
});
