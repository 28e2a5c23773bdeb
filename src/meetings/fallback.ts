import type { Clock } from '../core/clock.ts';
import type { Meeting } from '../core/session/session.ts';
import { type Details, PlatformFailed } from './platform.ts';
import type { Registry } from './registry.ts';

/** Who has to wait longer before the next try had better meet elsewhere. */
const LONGEST_WAIT_SECONDS = 10;

export interface Failure {
  readonly platform: string;
  readonly error: PlatformFailed;
}

/** Thrown when no platform works. */
export class NoPlatform extends Error {
  override readonly name = 'NoPlatform';
  readonly failures: readonly Failure[];
  /** One of them may work later. */
  readonly isTemporary: boolean;

  constructor(failures: readonly Failure[]) {
    super(`no meeting platform: ${failures.map(({ platform, error }) => `${platform} ${error.why}`).join(', ')}`);
    this.failures = failures;
    this.isTemporary = failures.some(({ error }) => error.isTemporary);
  }
}

/**
 * Makes the meeting where it was wanted, or else on the first of the others that works. `meeting.fallback` says honestly
 * when it is not where it was wanted, and why; `failures` are all that were tried in vain. With `isPatient` a failure
 * that may soon pass is thrown instead, so that the wanted one is tried again before another is used; with `mayWait` one
 * that takes no more today is thrown as well.
 * @throws NoPlatform, PlatformFailed
 */
export async function makeSomewhere(
  { platforms, named }: Registry,
  now: Clock,
  wanted: string | undefined,
  details: Details,
  { isPatient = false, mayWait = false }: { readonly isPatient?: boolean; readonly mayWait?: boolean } = {},
): Promise<{ meeting: Meeting; failures: readonly Failure[] }> {
  const first = wanted === undefined ? platforms[0] : named(wanted);
  const failures: Failure[] = [];
  if (wanted !== undefined && !first) {
    failures.push({ platform: wanted, error: new PlatformFailed('not-set-up', false) });
  }
  const order = first ? [first, ...platforms.filter((platform) => platform !== first)] : platforms;
  for (const platform of order) {
    try {
      const made = await platform.create(details);
      const fallback = fallbackAfter(failures);
      return { meeting: { ...made, host: made.host, platform: platform.id, madeAt: now(), fallback }, failures };
    } catch (error) {
      const failure = asFailure(error);
      if (isPatient && isSoonOver(failure)) throw failure;
      if (mayWait && failure.why === 'quota-used-up') throw failure;
      failures.push({ platform: platform.id, error: failure });
    }
  }
  throw new NoPlatform(failures);
}

function isSoonOver({ isTemporary, retryAfterSeconds = 0 }: PlatformFailed): boolean {
  return isTemporary && retryAfterSeconds <= LONGEST_WAIT_SECONDS;
}

/** What was wanted, rather than the last that was tried. */
function fallbackAfter([first]: readonly Failure[]): Meeting['fallback'] {
  return first && { from: first.platform, why: first.error.why };
}

/** A platform that fails in a way of its own must not cost people their session either. */
function asFailure(error: unknown): PlatformFailed {
  return error instanceof PlatformFailed ? error : new PlatformFailed('not-understood', false, { cause: error });
}
