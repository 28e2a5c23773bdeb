import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { isOn, peopleIn } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { announcement, courseAnnouncement } from '../cards/group-card.ts';
import { livingCard } from '../cards/living-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView, View } from '../shared/reader.ts';

/** To a channel: a session for many, kept true as people come and go. */
export const group = notice({
  kind: 'group',
  data: z.object({ by: z.string() }),
  render: (view: SessionView, { isShown }, deps: RenderDeps) =>
    isShown || isOn(view.session) ? announcement(view, deps) : undefined,
});

/** Dates of a course that stand on its card. */
const DATES = 13;

/** To a channel: a course, kept true from its first session to its last. */
export const course = notice({
  kind: 'course',
  data: z.object({ by: z.string() }),
  render: async ({ about, reader, now }: View, { isShown }, deps: RenderDeps) => {
    const [series, all] = await Promise.all([deps.store.series(about.id), deps.store.sessionsOfSeries(about.id)]);
    const ahead = all.filter(({ state, startsAt }) => state === 'confirmed' && startsAt > now);
    const next = ahead[0] ?? all.at(-1);
    if (!series || !next || (ahead.length === 0 && !isShown)) return undefined;
    const people = await deps.store.people(peopleIn(next));
    const { sessions, series: words } = reader.words;
    const lines = (ahead.length > 0 ? ahead : all.slice(-1)).slice(0, DATES).map((one) => {
      const state = sessions.state[standing(one, reader.person.id)];
      return words.line(one.series?.ordinal ?? 0, moment(one.startsAt, reader.zone), state);
    });
    const more = ahead.length - lines.length;
    const dates = more > 0 ? [...lines, words.more(more)] : lines;
    return courseAnnouncement({ session: next, people, together: [], reader, now }, series, dates, deps);
  },
});

/** To its tutor: their card. */
export const opened = notice({
  kind: 'opened',
  data: nothing,
  isCard: true,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => livingCard(view, isShown, deps),
});

/** To whoever has a place in it: their card; and whether the place came free while they waited. */
export const enrolled = notice({
  kind: 'enrolled',
  data: z.object({ wasWaiting: z.boolean() }),
  isCard: true,
  render: async (view: SessionView, { data: { wasWaiting }, isShown }, deps: RenderDeps) => {
    const card = await livingCard(view, isShown, deps);
    const isNews = wasWaiting && view.session.state === 'confirmed' && view.now < view.session.startsAt;
    return card && isNews ? { ...card, text: say`${view.reader.words.group.placeCameFree} ${card.text ?? []}` } : card;
  },
});

/** To whoever announced it: the bot may not write in that channel, and what to do about it. */
export const notAnnounced = notice({
  kind: 'not-announced',
  data: z.object({ chat: z.string() }),
  render: ({ session, reader }: SessionView, { data: { chat } }) => {
    const { group: words } = reader.words;
    const text = chat === 'slack' ? words.notAnnouncedText.slack : words.notAnnouncedText.discord;
    return isOn(session) ? { title: words.notAnnounced, text: text(session.subject) } : undefined;
  },
});
