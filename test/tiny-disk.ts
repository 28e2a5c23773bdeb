import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes; undefined where none may be had. */
export function tinyDisk(megabytes: number): { readonly path: string; remove(): void } | undefined {
  const path = mkdtempSync(join(tmpdir(), 'tutorline-disk-'));
  const remove = () => rmSync(path, { recursive: true, force: true });
  const run = (program: string, ...words: string[]) => execFileSync(program, words, { stdio: 'ignore' });
  try {
    run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path);
  } catch {
    remove();
    return undefined;
  }
  return {
    path,
    remove: () => {
      run('umount', '--lazy', path);
      remove();
    },
  };
}
