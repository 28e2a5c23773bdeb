import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

const SETTLED_MS = 250;

const Saved = z.object({
  version: z.literal(1),
  slack: z.unknown(),
  discord: z.unknown(),
  zoom: z.unknown().optional(),
  google: z.unknown().optional(),
  rooms: z.unknown().optional(),
  mail: z.unknown().optional(),
  /** How far the sandbox's clock is ahead of the real one. */
  aheadMs: z.number().min(0),
  /** What the page wants to find again: who is chosen, which step of the guide is done. */
  choices: z.record(z.string(), z.unknown()),
});
/** What survives a restart of the sandbox. */
export type Saved = z.infer<typeof Saved>;

export interface SavedState {
  readonly found: Saved | undefined;
  /** Saves soon; many changes in a row are saved once. */
  changed(): void;
  /** Saves what was not saved yet. */
  close(): Promise<void>;
}

/** Keeps the sandbox's state in a file, or nowhere when there is no file. */
export async function openSavedState(file: string | undefined, current: () => Saved): Promise<SavedState> {
  const found = file === undefined ? undefined : await read(file);
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (file !== undefined) writing = writing.then(() => write(file, current()));
    return writing;
  };

  return {
    found,
    changed: () => {
      // A write that fails shows at close; meanwhile the sandbox goes on, and the next change tries again.
      timer ??= setTimeout(() => void save().catch(() => undefined), SETTLED_MS).unref();
    },
    close: async () => {
      await writing.catch(() => undefined);
      writing = Promise.resolve();
      await save();
    },
  };
}

async function read(file: string): Promise<Saved | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    return Saved.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`The sandbox cannot read its own state in ${file}. Move that file away to start afresh.`, {
      cause,
    });
  }
}

/** Another name first, then the right one: whoever is killed in between leaves the file as it was. */
async function write(file: string, saved: Saved): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, JSON.stringify(saved));
  await rename(`${file}.new`, file);
}
