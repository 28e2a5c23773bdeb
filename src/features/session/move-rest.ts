import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { moment } from '../../conversation/say.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { movable } from '../../core/series/propose-move.ts';
import { inScope } from '../../core/series/series.ts';
import { seenKey } from '../../core/session/confirm-all.ts';
import type { Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf } from '../shared/reader.ts';
import { isExact } from '../shared/times.ts';
import { notATime } from '../shared/unclear.ts';
import { seenIn, Which } from './which.ts';

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

async function reach(by: Actor, session: Session, deps: Deps) {
  const all = session.series ? await deps.store.sessionsOfSeries(session.series.id) : [];
  const some = movable(by, all, deps.clock());
  return { following: inScope('following', session, some), all: inScope('all', session, some) };
}

/** Another time for the rest of a series: learner and tutor suggest it, and the other one takes all of it or nothing. */
export const moveRest = handler({
  input: z.object({ session: SessionId, when: Words, ...Which }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'move-rest');
    const reader = readerOf(by);
    const { series: words, move, book } = reader.words;
    const zone = reader.zone ?? deps.defaultZone;
    const { following, all } = await reach(by, session, deps);
    const now = session.startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime();
    const options = [
      { value: 'following', label: words.following(following.length) },
      ...(all.length === following.length ? [] : [{ value: 'all', label: words.all(all.length) }]),
    ];
    const value = options.find((one) => one.value === input['scope'])?.value ?? 'following';
    return {
      title: move.title,
      submit: words.suggest,
      carry: {
        session: session.id,
        'seen-following': seenKey(following),
        'seen-all': seenKey(all),
        ...(options.length === 1 && { scope: 'following' }),
      },
      fields: [
        ...(options.length > 1
          ? [{ kind: 'radio', name: 'scope', label: words.scope, isOptional: false, options, value } as const]
          : []),
        {
          kind: 'when',
          name: 'when',
          label: move.when,
          hint: options.length > 1 ? words.moveHint : words.following(following.length),
          zone,
          placeholder: book.fields.whenPlaceholder,
          isOptional: false,
          value: input['when'] ?? `${now.toString({ smallestUnit: 'minute' })}[${zone}]`,
        },
      ],
    };
  },
  run: async (by, { session: id, when, scope: said, ...seen }, deps: Deps): Promise<Reply> => {
    const session = await mine(by, id, deps, 'move-rest');
    const scope = said === 'all' ? 'all' : 'following';
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const read = parseWhen(when, { now: deps.clock(), zone, language: reader.language, isField: true });
    if (read.kind === 'incomplete' || read.kind === 'unknown') throw notATime(read);
    const key = seenIn(seen)[scope];
    if (read.kind === 'moment' && isExact(when)) return suggested(by, session, scope, key, read.start, deps);
    const readings = read.kind === 'moment' ? [read.start] : read.kind === 'ambiguous' ? read.candidates : read.nearest;
    const { series: words, buttons, move } = reader.words;
    const others = (await reach(by, session, deps))[scope].length - 1;
    return {
      kind: 'private',
      message: {
        text: readings.length > 1 ? move.which : words.readBack(others),
        actions: readings.slice(0, MOMENTS_ASKED).map((at) => ({
          kind: 'button',
          label: buttons.proposeTime(inZone(at, zone, reader.locale)),
          style: 'primary',
          target: {
            handler: 'move-rest',
            input: { session: id, scope, [`seen-${scope}`]: key, when: at.toISOString() },
          },
        })),
      },
    };
  },
});

async function suggested(
  by: Actor,
  session: Session,
  scope: 'following' | 'all',
  seen: string,
  startsAt: Date,
  deps: Deps,
): Promise<Reply> {
  const asked = await deps.series.proposeMove(by, { session, scope, seen }, startsAt);
  const { words, zone } = readerOf(by);
  const first = moment(asked[0]?.startsAt ?? startsAt, zone);
  return { kind: 'private', message: { text: words.series.suggested(asked.length, first) } };
}

const SeriesId = z.string().min(1).max(40);

/** Yes to another time for the rest. */
export const takeMove = handler({
  input: z.object({ series: SeriesId }),
  run: async (by, { series }, deps: Deps): Promise<Reply> => {
    const moved = await deps.series.takeMove(by, series);
    const { words, zone } = readerOf(by);
    const first = moved[0]?.startsAt;
    if (!first) throw new Refusal('times-over', {});
    return { kind: 'replace', message: { text: words.series.moved(moved.length, moment(first, zone)) } };
  },
});

/** No, or not after all. */
export const dropMove = handler({
  input: z.object({ series: SeriesId }),
  run: async (by, { series }, deps: Deps): Promise<Reply> => {
    await deps.series.dropMove(by, series);
    return { kind: 'replace', message: { text: readerOf(by).words.series.stays } };
  },
});
