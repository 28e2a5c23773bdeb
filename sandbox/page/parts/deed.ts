import { useCallback, useRef, useState } from 'preact/hooks';

export interface DeedNow {
  readonly isBusy: boolean;
  readonly error: string | undefined;
  forget(): void;
  /** Does it unless the last one is still under way; what goes wrong becomes `error`. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
}

/** One thing that a person does and waits for. */
export function useDeed(): DeedNow {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const busy = useRef(false);
  const forget = useCallback(() => setError(undefined), []);
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setBusy(true);
    setError(undefined);
    try {
      return await work();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
      return undefined;
    } finally {
      busy.current = false;
      setBusy(false);
    }
  }, []);
  return { isBusy, error, forget, run };
}
