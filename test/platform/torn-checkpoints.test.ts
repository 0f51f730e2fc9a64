import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CheckpointFile } from '../../src/platform/audit/checkpoint-file.js';
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
    const [first, second] = readFileSync(sealed.checkpointFile, 'utf8').split(/(?<=^— .*\n)\n/m);
    writeFileSync(sealed.checkpointFile, `${second}\n${first}\n`); // as two servers may append them
    await sealed.tamper('delete from audit.checkpoints where size = (select max(size) from audit.checkpoints)');
    const says = `CHECKPOINT_FILE has a checkpoint of ${last} events that this database does not have`;
    await expect(sealed.seal()).rejects.toThrow(says);
    renameSync(sealed.checkpointFile, `${sealed.checkpointFile}.before`);
    await sealed.seal();
  } finally {
    await sealed.drop();
  }
});

test('a standby that took over without all that was signed: nothing is signed beside it, nor after a new start', async () => {
  const sealed = await SealedScratch.open();
  const { checkpointFile: file } = sealed;
  try {
    await sealed.enter('trước khi máy chủ dự phòng tiếp quản');
    await sealed.seal();
    const lost = 'select max(size) from audit.checkpoints';
    await sealed.sealing(async (seal) => {
      await sealed.enter('chưa tới máy dự phòng');
      const last = await seal();
      await sealed.tamper(`delete from audit.checkpoints where size = (${lost})`);
      await sealed.enter('sau khi tiếp quản');
      await expect(seal()).rejects.toThrow(`the database lost the checkpoint of ${last} events: stop the servers`);
    });
    const says = 'that this database does not have: if an older backup was restored, or a standby took over';
    await expect(sealed.seal()).rejects.toThrow(says);
    renameSync(file, `${file}.before`);
    const size = await sealed.seal(); // a longer history, whatever was lost before it
    writeFileSync(file, readFileSync(`${file}.before`, 'utf8') + readFileSync(file, 'utf8'));
    await expect(sealed.seal()).rejects.toThrow(says);
    expect(readFileSync(file, 'utf8')).toContain(`\n${size}\n`);
  } finally {
    await sealed.drop();
  }
});

test('nor does another server, which has seen what was lost but not signed it', async () => {
  const sealed = await SealedScratch.open();
  try {
    await sealed.enter('trước');
    await sealed.seal();
    await sealed.sealing(async (waits) => {
      await sealed.sealing(async (signs) => {
        await sealed.enter('chỉ một máy chủ ký');
        await signs();
      });
      const last = await waits(); // another has signed it
      await sealed.tamper('delete from audit.checkpoints where size = (select max(size) from audit.checkpoints)');
      await sealed.enter('sau khi tiếp quản');
      await expect(waits()).rejects.toThrow(`the database lost the checkpoint of ${last} events`);
    });
  } finally {
    await sealed.drop();
  }
});

test('a file of many years is larger than any text, and guards as ever', async () => {
  const sealed = await SealedScratch.open();
  try {
    await sealed.enter('sau nhiều năm');
    const last = await sealed.seal();
    const notes = readFileSync(sealed.checkpointFile);
    truncateSync(sealed.checkpointFile, 600 * 2 ** 20); // a hole takes no room
    appendFileSync(sealed.checkpointFile, Buffer.concat([Buffer.from('\n\n'), notes]));
    expect(await new CheckpointFile(sealed.checkpointFile).latest()).toContain(`\n${last}\n`);
    await sealed.tamper('delete from audit.checkpoints where size = (select max(size) from audit.checkpoints)');
    await expect(sealed.seal()).rejects.toThrow(`a checkpoint of ${last} events that this database does not have`);
  } finally {
    await sealed.drop();
  }
});

test('a new file begins with the last checkpoint there is, and tells nothing of another log that is kept in it', async () => {
  const sealed = await SealedScratch.open();
  const { checkpointFile: file } = sealed;
  const starts = () => sealed.sealing(() => Promise.resolve());
  try {
    await sealed.enter('trước khi đổi nơi lưu');
    const last = await sealed.seal();
    rmSync(file);
    await starts();
    const note = readFileSync(file, 'utf8');
    expect(note).toContain(`\n${last}\n`);
    const [name = ''] = note.split('\n');
    appendFileSync(file, note.replace(`\n${last}\n`, `\n${last + 100}\n`).replaceAll(name, 'so-khac.example'));
    await starts(); // what another registry has signed is not missing here
    expect(readFileSync(file, 'utf8').split(`${name}\n${last}\n`)).toHaveLength(2);
    const [, , root = ''] = note.split('\n');
    appendFileSync(file, note.replace(root, Buffer.alloc(32).toString('base64'))); // as many events, and others
    await expect(starts()).rejects.toThrow(`a checkpoint of ${last} events that this database does not have`);
  } finally {
    await sealed.drop();
  }
});

test('a file that cannot be read is not taken for an empty one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htx-folder-'));
  await expect(new CheckpointFile(folder).latest()).rejects.toThrow(`${folder} cannot be read (EISDIR)`);
  expect(await new CheckpointFile(join(folder, 'none')).latest()).toBe('');
  rmdirSync(folder);
});

test('storage that does not answer keeps nobody waiting, and gets what it missed once it does', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htx-share-'));
  const [path, share] = [join(folder, 'checkpoints'), join(folder, 'share')];
  try {
    execFileSync('mkfifo', [path]); // whoever opens it waits for somebody at its other end, as for a server that is away
    const file = new CheckpointFile(path, 50);
    await expect(file.append('một\n')).rejects.toThrow(`${path} does not answer`);
    await expect(file.append('hai\n')).rejects.toThrow(`${path} does not answer`);
    await expect(file.latest()).rejects.toThrow(`${path} does not answer`);
    renameSync(path, share);
    const other = openSync(share, 'r+'); // now all who wait at it may go on
    const caughtUp = async (): Promise<void> => file.catchUp().catch(() => pause(20).then(caughtUp));
    await caughtUp();
    closeSync(other);
    expect(readFileSync(path, 'utf8')).toBe('một\n\nhai\n\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
