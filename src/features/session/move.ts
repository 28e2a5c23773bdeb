import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { moment, say } from '../../conversation/say.ts';
import { inZone } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Scope } from '../../core/series/series.ts';
import { lengthMinutes } from '../../core/session/session.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';
import { isExact, openFirst } from '../shared/times.ts';
import { notATime, unclearWords } from '../shared/unclear.ts';
import { reachOf, seenIn, Which, whichOf } from './which.ts';

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

/** Another time for a session, for admins. A time that was worded is read back, with its zone, before anything moves. */
export const move = handler({
  task: 'look after sessions',
  input: z.object({ session: SessionId, when: Words, reason: Words, ...Which }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'move');
    const reader = readerOf(by);
    const words = reader.words.move;
    const zone = reader.zone ?? deps.defaultZone;
    const now = session.startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime();
    const which = await whichOf(by, 'move', session, input['scope'], deps);
    return {
      title: words.title,
      submit: words.submit,
      carry: { session: session.id, ...which.carry },
      fields: [
        ...which.fields,
        {
          kind: 'when',
          name: 'when',
          label: words.when,
          zone,
          placeholder: reader.words.book.fields.whenPlaceholder,
          isOptional: false,
          value: input['when'] ?? `${now.toString({ smallestUnit: 'minute' })}[${zone}]`,
        },
        {
          kind: 'text',
          name: 'reason',
          label: words.reason,
          isLong: true,
          isOptional: true,
          most: REASON_MOST,
          ...(input['reason'] === undefined ? {} : { value: input['reason'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, when, reason, scope, ...said }, deps: Deps): Promise<Reply> => {
    const session = await mine(by, id, deps, 'move');
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const read = parseWhen(when, { now: deps.clock(), zone, language: reader.language, isField: true });
    // Of several the number was said, and the time of the first chosen: that is enough, too.
    if (read.kind === 'moment' && isExact(when))
      return moved(by, id, read.start, { scope, seen: seenIn(said)[scope], reason }, deps);
    if (read.kind === 'incomplete' || read.kind === 'unknown') throw notATime(read);
    const { move: words, buttons } = reader.words;
    const readings = read.kind === 'moment' ? [read.start] : read.kind === 'ambiguous' ? read.candidates : read.nearest;
    const input = {
      session: session.id,
      ...(reason !== '' && { reason }),
      ...(scope !== 'this' && { scope, [`seen-${scope}`]: seenIn(said)[scope] }),
    };
    const count = scope === 'this' ? 1 : (await reachOf(by, 'move', session, deps))[scope].length;
    const question =
      readings.length > 1 ? words.which : count > 1 ? reader.words.series.readBack(count - 1) : words.readBack;
    const text = read.unclear ? say`${unclearWords(read, reader, zone)} ${question}` : question;
    const tutor = session.tutor === undefined ? undefined : await deps.store.tutor(session.tutor);
    const moments = await openFirst(readings, tutor ? [tutor] : [], lengthMinutes(session), deps);
    return {
      kind: 'private',
      message: {
        text,
        actions: moments.slice(0, MOMENTS_ASKED).map((at) => ({
          kind: 'button',
          label: buttons.moveTo(inZone(at, zone, reader.locale)),
          style: 'primary',
          target: { handler: 'move-to', input: { ...input, when: at.toISOString() } },
        })),
      },
    };
  },
});

/** The time that was read back, and pressed. */
export const moveTo = handler({
  task: 'look after sessions',
  formOf: 'move',
  input: z.object({ session: SessionId, when: z.iso.datetime(), reason: Words, ...Which }),
  run: (by, { session, when, reason, scope, ...said }, deps: Deps) =>
    moved(by, session, new Date(when), { scope, seen: seenIn(said)[scope], reason }, deps),
});

interface How {
  readonly scope: Scope;
  readonly seen: string;
  readonly reason: string;
}

async function moved(by: Actor, id: string, startsAt: Date, { scope, seen, reason }: How, deps: Deps): Promise<Reply> {
  if (scope !== 'this') {
    const session = await mine(by, id, deps);
    const all = await deps.series.move(by, { session, scope, seen }, startsAt);
    const { words, zone } = readerOf(by);
    const first = moment(all[0]?.startsAt ?? startsAt, zone);
    return { kind: 'private', message: { text: words.series.moved(all.length, first) } };
  }
  const session = await deps.sessions.move(by, id, startsAt, reason);
  const reader = readerOf(by);
  const message = await fullCard(await viewOf(session, reader, deps), deps);
  const at = moment(session.startsAt, reader.zone);
  return { kind: 'replace', message, line: reader.words.move.done(at) };
}
