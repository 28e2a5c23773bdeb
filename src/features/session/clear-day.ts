import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Text } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import { parseDays } from '../../conversation/when/day-range.ts';
import { REASON_MOST } from '../../core/limits.ts';
import { permit } from '../../core/may/tasks.ts';
import { Refusal, type RefusalCode, type Refusals } from '../../core/refusal.ts';
import type { Stretch } from '../../core/session/clear-day.ts';
import { seenKey } from '../../core/session/confirm-all.ts';
import type { Session } from '../../core/session/session.ts';
import { daysIn } from '../../core/session/stretch.ts';
import { inShort } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { tutorMeant, tutorOptions } from '../shared/people.ts';
import { type Reader, readerOf, viewsOf } from '../shared/reader.ts';
import { clearDayForm, WAYS } from './clear-day-form.ts';

/** Everything of a tutor's day, or of several: what it is and whom it concerns is said before anything happens. */
export const clearDay = handler({
  input: z.object({
    as: Short,
    tutor: Short,
    day: Words,
    until: Words,
    way: z.enum(WAYS).catch('move'),
    reason: Words,
  }),
  form: async (by, input, deps: Deps) => {
    if (input['as'] === 'admin') permit(by, 'clear days');
    else if (!(await deps.store.tutor(by.person.id))) throw new Refusal('not-a-tutor', {});
    return clearDayForm(readerOf(by), input, deps);
  },
  suggest: { tutor: (by, typed, _, deps) => tutorOptions(readerOf(by), deps, typed, undefined) },
  run: async (by, { as, tutor, day, until, way, reason }, deps: Deps): Promise<Reply> => {
    if (reason.length > REASON_MOST) throw new Refusal('too-long', { most: REASON_MOST }, 'reason');
    if (way === 'cancel' && reason === '') throw new Refusal('required', {}, 'reason');
    const reader = readerOf(by);
    const whose = as === 'admin' ? await tutorMeant(reader, deps, tutor) : await deps.store.tutor(by.person.id);
    if (!whose)
      throw as === 'admin' ? new Refusal('unknown-tutor', { typed: '' }, 'tutor') : new Refusal('not-a-tutor', {});
    const zone = whose.person.zone ?? deps.defaultZone;
    const days = daysSaid(day, until, zone, reader, deps);
    const stretch = { tutor: whose.person.id, ...daysIn(days, zone) };
    const planned = await deps.sessions.planned(by, stretch);
    const { clear: words, buttons } = reader.words;
    const said =
      days.from === days.until
        ? onDay(days.from, reader.locale)
        : `${onDay(days.from, reader.locale)} – ${onDay(days.until, reader.locale)}`;
    if (planned.length === 0) return { kind: 'private', message: { text: words.nothing(said) } };
    const isMine = stretch.tutor === by.person.id;
    const will = way === 'move' && !isMine ? words.adminMove : words.will[way];
    const people = new Set(planned.flatMap(({ participants }) => participants.map(({ person }) => person)));
    people.delete(stretch.tutor);
    const input = {
      tutor: stretch.tutor,
      from: stretch.from.toISOString(),
      to: stretch.to.toISOString(),
      way,
      seen: seenKey(planned),
      ...(reason === '' ? {} : { reason }),
    };
    const target = { handler: 'clear-day-sure', input };
    const style = way === 'cancel' ? 'danger' : 'primary';
    return {
      kind: 'private',
      message: {
        title: words.count(planned.length, people.size, said),
        text: join(
          [...(await lines(planned, reader, deps)).map((line) => say`• ${line}`), say`${will} ${words.notYet}`],
          '\n',
        ),
        actions: [{ kind: 'button', label: buttons.clear[way](planned.length), style, target }],
      },
    };
  },
});

/** The one confirmation. What cannot be done is named, with why. */
export const clearDaySure = handler({
  formOf: 'clear-day',
  input: z.object({
    tutor: z.string(),
    from: z.iso.datetime(),
    to: z.iso.datetime(),
    way: z.enum(WAYS),
    seen: z.string(),
    reason: Words,
  }),
  run: async (by, { tutor, from, to, way, seen, reason }, deps: Deps): Promise<Reply> => {
    const stretch: Stretch = { tutor, from: new Date(from), to: new Date(to) };
    const { done, left } = await deps.sessions.clear(by, stretch, way, seen, reason);
    const reader = readerOf(by);
    const { clear: words } = reader.words;
    const head = way === 'move' && tutor !== by.person.id ? words.moved(done.length) : words.done[way](done.length);
    const named = await lines(
      left.map(({ session }) => session),
      reader,
      deps,
    );
    const unmade = named.map((line, index) => say`• ${line}: ${whyNot(left[index]?.why, reader)}`);
    const text = join([head, ...(unmade.length === 0 ? [] : [words.left(unmade.length), ...unmade])], '\n');
    return { kind: 'replace', message: { text } };
  },
});

/** The day or days that were said. @throws Refusal at the field that could not be read. */
function daysSaid(first: string, last: string, zone: string, reader: Reader, deps: Deps) {
  const context = { now: deps.clock(), zone, language: reader.language };
  const from = parseDays(first, context);
  if (!from) throw new Refusal('not-a-day', { typed: first }, 'day');
  if (last === '') return from;
  const until = parseDays(last, { ...context, now: new Date(`${from.from}T12:00:00Z`) });
  if (!until) throw new Refusal('not-a-day', { typed: last }, 'until');
  if (until.until < from.from) throw new Refusal('days-backwards', {}, 'until');
  return { from: from.from, until: until.until };
}

/** Each in short, as it was before. */
async function lines(sessions: readonly Session[], reader: Reader, deps: Deps): Promise<readonly Text[]> {
  return (await viewsOf(sessions, reader, deps)).map((view) => inShort(view));
}

function whyNot(why: Refusal | undefined, { words, zone }: Reader): Text {
  const code: RefusalCode = why?.code ?? 'changed';
  const word = words.refusals[code] as (data: Refusals[RefusalCode], zone: string | undefined) => Text;
  return word(why?.data ?? {}, zone);
}
