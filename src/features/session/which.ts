import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import type { Actor } from '../../core/people/person.ts';
import { type ActOnMany, changeable } from '../../core/series/change.ts';
import { inScope, SCOPES, type Scope } from '../../core/series/series.ts';
import { seenKey } from '../../core/session/confirm-all.ts';
import type { Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

/** Which of a series is meant, and what those were when their number was said: nobody calls off what they have not seen. */
export const Which = {
  scope: z.enum(SCOPES).catch('this'),
  'seen-following': Short,
  'seen-all': Short,
} as const;

/** What was said of them, by what was meant. */
export function seenIn(input: {
  readonly 'seen-following'?: string | undefined;
  readonly 'seen-all'?: string | undefined;
}): Readonly<Record<Scope, string>> {
  return { this: '', following: input['seen-following'] ?? '', all: input['seen-all'] ?? '' };
}

/** Those that this person could do it to, by what they could mean. */
export async function reachOf(
  by: Actor,
  act: ActOnMany,
  session: Session,
  deps: Deps,
): Promise<Readonly<Record<Scope, readonly Session[]>>> {
  const all = session.series ? await deps.store.sessionsOfSeries(session.series.id) : [];
  const some = changeable(by, act, all, deps.clock());
  return { this: [session], following: inScope('following', session, some), all: inScope('all', session, some) };
}

/** The question which of a series, with how many each answer means. Nothing for what does not repeat. */
export async function whichOf(
  by: Actor,
  act: ActOnMany,
  session: Session,
  chosen: string | undefined,
  deps: Deps,
): Promise<{ readonly fields: readonly FormField[]; readonly carry: Readonly<Record<string, string>> }> {
  const { following, all } = await reachOf(by, act, session, deps);
  const { series: words } = readerOf(by).words;
  if (all.length < 2) return { fields: [], carry: {} };
  const isLast = following.length < 2;
  const options = [
    { value: 'this', label: words.this },
    ...(isLast ? [] : [{ value: 'following', label: words.following(following.length) }]),
    ...(all.length === following.length ? [] : [{ value: 'all', label: words.all(all.length) }]),
  ];
  const wanted = chosen === 'all' && all.length === following.length ? 'following' : chosen;
  const value = options.find((one) => one.value === wanted)?.value ?? 'this';
  return {
    fields: [{ kind: 'radio', name: 'scope', label: words.scope, isOptional: false, options, value }],
    carry: { 'seen-following': seenKey(following), 'seen-all': seenKey(all) },
  };
}
