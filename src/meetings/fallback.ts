import type { Clock } from '../core/clock.ts';
import type { FailureCode } from '../core/meeting/failure.ts';
import type { Meeting } from '../core/session/session.ts';
import { type Details, PlatformFailed } from './platform.ts';
import type { Registry } from './registry.ts';

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
 * when it is not where it was wanted, and why; `failures` are all that were tried in vain. A failure
 * that passes, and for which people are patient, is thrown instead, so that the wanted one is tried again before another
 * is used; with `mayWait` one that takes no more today is thrown as well. Platforms to `avoid`, which are known not to work, come last, and one that
 * was wanted is no failure anew.
 * @throws NoPlatform, PlatformFailed
 */
export async function makeSomewhere(
  { platforms, named }: Registry,
  now: Clock,
  wanted: string | undefined,
  details: Details,
  { isPatient = () => false, mayWait = false, avoid = NONE }: How = {},
): Promise<{ meeting: Meeting; failures: readonly Failure[] }> {
  const first = wanted === undefined ? platforms[0] : named(wanted);
  const failures: Failure[] = [];
  if (wanted !== undefined && !first) {
    failures.push({ platform: wanted, error: new PlatformFailed('not-set-up', false) });
  }
  const order = first ? [first, ...platforms.filter((platform) => platform !== first)] : platforms;
  const whyNot = first && avoid.get(first.id);
  const known = whyNot === undefined ? undefined : { from: first?.id ?? '', why: whyNot };
  for (const platform of [...order.filter(({ id }) => !avoid.has(id)), ...order.filter(({ id }) => avoid.has(id))]) {
    try {
      const made = await platform.create(details);
      const fallback = platform === first ? undefined : (known ?? fallbackAfter(failures));
      return { meeting: { ...made, host: made.host, platform: platform.id, madeAt: now(), fallback }, failures };
    } catch (error) {
      const failure = asFailure(error);
      if (failure.isTemporary && isPatient(failure.retryAfterSeconds ?? 0)) throw failure;
      if (mayWait && failure.why === 'quota-used-up') throw failure;
      failures.push({ platform: platform.id, error: failure });
    }
  }
  throw new NoPlatform(failures);
}

interface How {
  readonly isPatient?: (waitSeconds: number) => boolean;
  readonly mayWait?: boolean;
  readonly avoid?: ReadonlyMap<string, FailureCode>;
}

const NONE: ReadonlyMap<string, FailureCode> = new Map();

/** What was wanted, rather than the last that was tried. */
function fallbackAfter([first]: readonly Failure[]): Meeting['fallback'] {
  return first && { from: first.platform, why: first.error.why };
}

/** A platform that fails in a way of its own must not cost people their session either. */
function asFailure(error: unknown): PlatformFailed {
  return error instanceof PlatformFailed ? error : new PlatformFailed('not-understood', false, { cause: error });
}
