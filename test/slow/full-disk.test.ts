import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { tinyDisk } from '../tiny-disk.ts';

const disk = tinyDisk(8);
describe.runIf(disk)('on a disk that is full', () => {
  test('the embedded database stops the start with a sentence', async () => {
    try {
      await expect(openDatabase({ dataDir: join(disk?.path ?? '', 'data') })).rejects.toThrow(
        /^The disk is full, so the embedded database in .* cannot be opened: make room/,
      );
    } finally {
      disk?.remove();
    }
  });
});
