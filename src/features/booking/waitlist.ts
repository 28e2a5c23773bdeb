import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { inZone, lengthWords, onDay } from '../../conversation/when/clock-words.ts';
import { parseDays } from '../../conversation/when/day-range.ts';
import { Refusal } from '../../core/refusal.ts';
import { daysIn } from '../../core/session/stretch.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { tutorMeant } from '../shared/people.ts';
import { readerOf, type View } from '../shared/reader.ts';
import { subjectMeant } from '../shared/subjects.ts';
import { bookingInput, button } from './booking.ts';
import { bookInstead } from './instead.ts';
import { usualLength } from './offered.ts';

const DAYS_LONGEST = 60;

const WatchId = z.object({ watch: z.string().min(1).max(40) });

/** Nothing is free: whoever wants to hears when something is. */
export const waitlistJoin = handler({
  formOf: 'book',
  input: bookingInput,
  run: async (by, { tutor: typed, subject: said, length }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    if (said === undefined) throw new Refusal('required', {}, 'subject');
    const tutor = await tutorMeant(reader, deps, typed);
    const asked = { tutor: tutor?.person.id, subject: await subjectMeant(said, deps) };
    const { subject } = await deps.sessions.whom(by, asked);
    const lengthMinutes = Number(length ?? usualLength(tutor));
    const { watch, before } = await deps.waitlist.join(by, { tutor: tutor?.person.id, subject, lengthMinutes });
    const { words } = reader;
    const whom = tutor?.person.name ?? words.anyTutorInside;
    return {
      kind: 'replace',
      message: {
        title: words.book.offerTitle(subject, whom, lengthWords(lengthMinutes, reader.locale)),
        text: words.waitlist.joined(before),
        actions: [
          button(words.buttons.onlyThen, 'plain', 'waitlist-days', { watch: watch.id }),
          button(words.buttons.stopWaiting, 'plain', 'waitlist-leave', { watch: watch.id }),
        ],
      },
    };
  },
});

/** Only some days are of use to them. */
export const waitlistDays = handler({
  input: WatchId.extend({ days: Words }),
  form: async (by, input, deps: Deps) => {
    const { words } = readerOf(by);
    const watch = await deps.waitlist.find(by, input['watch'] ?? '');
    if (!watch) throw new Refusal('place-gone', {});
    return {
      title: words.waitlist.daysTitle,
      submit: words.waitlist.daysSubmit,
      carry: { watch: watch.id },
      fields: [
        {
          kind: 'text',
          name: 'days',
          label: words.waitlist.days,
          placeholder: words.clear.dayPlaceholder,
          isLong: false,
          isOptional: false,
          most: DAYS_LONGEST,
          ...(input['days'] === undefined ? {} : { value: input['days'] }),
        },
      ],
    };
  },
  run: async (by, { watch, days: typed }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const days = parseDays(typed, { now: deps.clock(), zone, language: reader.language });
    if (!days) throw new Refusal('not-a-day', { typed }, 'days');
    await deps.waitlist.narrow(by, watch, daysIn(days, zone));
    const [from, until] = [onDay(days.from, reader.locale), onDay(days.until, reader.locale)];
    const text = reader.words.waitlist.onlyThen(from === until ? from : `${from} – ${until}`);
    return { kind: 'private', message: { text } };
  },
});

/** Asks for the time that is kept for them. */
export const waitlistTake = handler({
  input: WatchId,
  run: async (by, { watch }, deps: Deps): Promise<Reply> => {
    const session = await deps.waitlist.take(by, watch);
    const { words } = readerOf(by);
    const open = button(words.buttons.open, 'plain', 'open', { session: session.id });
    return { kind: 'replace', message: { text: words.book.sent, actions: [open] } };
  },
  instead: bookInstead('private'),
});

export const waitlistLeave = handler({
  input: WatchId,
  run: async (by, { watch }, deps: Deps): Promise<Reply> => {
    await deps.waitlist.leave(by, watch);
    return { kind: 'replace', message: { text: readerOf(by).words.waitlist.left } };
  },
});

/** To whoever waited: a time is free, and kept for them for a while. */
export const place = notice({
  kind: 'place',
  data: z.object({
    watch: z.string(),
    tutor: z.string(),
    subject: z.string(),
    minutes: z.number(),
    at: z.number(),
    until: z.number(),
  }),
  render: async ({ reader, now }: View, { data, isShown }, deps: RenderDeps) => {
    const { words, locale } = reader;
    const title = words.waitlist.title(data.subject, data.tutor || words.formerMember);
    const watch = (await deps.store.watchesOf(reader.person.id)).find(({ id }) => id === data.watch);
    const isKept = now.getTime() < data.until && watch?.offer?.startsAt.getTime() === data.at;
    if (!isKept) return isShown ? { title, text: words.waitlist.over } : undefined;
    const zone = reader.zone ?? deps.defaultZone;
    return {
      title,
      text: words.waitlist.kept(moment(new Date(data.until), reader.zone, 'time')),
      fields: [
        { name: words.fields.when, value: say`${inZone(new Date(data.at), zone, locale)}` },
        { name: words.fields.length, value: say`${lengthWords(data.minutes, locale)}` },
      ],
      actions: [
        button(words.buttons.askForIt, 'primary', 'waitlist-take', { watch: data.watch }),
        button(words.buttons.noThanks, 'plain', 'waitlist-leave', { watch: data.watch }),
      ],
    };
  },
});
