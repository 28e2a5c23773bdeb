import { useState } from 'preact/hooks';

// What is written and not sent lives in the tab: a reload keeps it, another tab or person does not see it.
const PREFIX = 'draft ';

/** Like `useState`, and it survives a reload. Without a key nothing is kept. */
export function useDraft<T>(key: string | undefined, initial: T): [T, (next: T | ((before: T) => T)) => void] {
  const [value, setValue] = useState<T>(() => read(key) ?? initial);
  const set = (next: T | ((before: T) => T)) =>
    setValue((before) => {
      const now = typeof next === 'function' ? (next as (before: T) => T)(before) : next;
      if (key !== undefined) sessionStorage.setItem(PREFIX + key, JSON.stringify(now ?? null));
      return now;
    });
  return [value, set];
}

/** Forgets what has this key, or begins with it. Without one: everything. */
export function forgetDrafts(key = ''): void {
  for (const one of Object.keys(sessionStorage)) if (one.startsWith(PREFIX + key)) sessionStorage.removeItem(one);
}

function read<T>(key: string | undefined): T | undefined {
  const kept = key === undefined ? null : sessionStorage.getItem(PREFIX + key);
  return kept === null ? undefined : ((JSON.parse(kept) as T | null) ?? undefined);
}
