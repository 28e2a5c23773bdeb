import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { LATE_MINUTES } from '../../core/limits.ts';
import { minutesLate } from '../../core/session/lateness.ts';
import { isOn, participant } from '../../core/session/session.ts';
import { silentOnes, wasAsked } from '../../core/session/still-coming.ts';
import { isPossibleForMe, leaving, offer } from '../cards/actions.ts';
import { inShort, news, wayIn } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { learnersNamed, nameOf, namesOf, otherOf, readerOf, type SessionView, viewOf } from '../shared/reader.ts';

/** Somebody says how late they come. */
export const late = handler({
  input: z.object({
    session: SessionId,
    minutes: z.coerce.number().refine((one) => LATE_MINUTES.some((most) => most === one)),
  }),
  run: async (by, { session, minutes }, deps: Deps) => {
    await deps.sessions.runLate(by, session, minutes);
    return { kind: 'private', message: { text: readerOf(by).words.late.said(minutes) } };
  },
});

/** To everybody else: they come, and how late. */
export const lateNotice = notice({
  kind: 'late',
  data: z.object({ by: z.string(), minutes: z.number(), at: z.number() }),
  render: async (view: SessionView, { data: { by, minutes, at }, isShown, card }) => {
    const { session, reader } = view;
    const them = participant(session, by);
    const isSo = isOn(session) && session.startsAt.getTime() === at && them !== undefined;
    if (!isShown && !(isSo && minutesLate(session, them) === minutes)) return undefined;
    const line = reader.words.late.news(nameOf(view, by), minutes, inShort(view, new Date(at), by));
    return news(view, line, await card(), wayIn(view));
  },
});

/** A learner who was asked the day before comes. */
export const coming = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const reader = readerOf(by);
    const view = await viewOf(await deps.sessions.willCome(by, id), reader, deps);
    return { kind: 'private', message: { text: reader.words.coming.thanks(otherOf(view)) } };
  },
});

/** Or does not: then it is moved or cancelled, and which of the two is for them to say. */
export const cannotCome = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const reader = readerOf(by);
    const view = await viewOf(await mine(by, id, deps, 'coming'), reader, deps);
    const { buttons, coming: words } = reader.words;
    const actions = [
      ...offer(view, 'propose', buttons.propose, 'primary'),
      ...leaving(view),
      ...offer(view, 'cancel', buttons.cancel, 'danger'),
    ];
    return { kind: 'private', message: { text: words.cannot, actions } };
  },
});

/** To learners, the day before: do they still come? */
export const stillComing = notice({
  kind: 'still-coming',
  data: z.object({ at: z.number() }),
  render: async (view: SessionView, { data: { at }, isShown, card }) => {
    const { session, reader } = view;
    const { coming: words, buttons } = reader.words;
    const what = inShort(view, new Date(at));
    const isAsked = session.startsAt.getTime() === at && isPossibleForMe(view, 'coming');
    if (!isAsked) return isShown ? news(view, words.over(what), await card()) : undefined;
    const me = participant(session, reader.person.id);
    const cannot = { handler: 'cannot-come', input: { session: session.id } };
    const no = { kind: 'button', label: buttons.cannotCome, style: 'plain', target: cannot } as const;
    if (me?.comesAt?.getTime() === at) return news(view, words.saidYes(what), await card(), [no]);
    return news(view, words.asked(what), await card(), [...offer(view, 'coming', buttons.coming, 'primary'), no]);
  },
});

/** To the tutor: somebody who was asked says nothing. */
export const silent = notice({
  kind: 'silent',
  data: z.object({ at: z.number() }),
  render: async (view: SessionView, { data: { at }, isShown, card }) => {
    const { session, reader } = view;
    const { coming: words, buttons } = reader.words;
    const what = inShort(view, new Date(at));
    const isCurrent = isOn(session) && session.startsAt.getTime() === at && wasAsked(session);
    const silentNow = isCurrent ? silentOnes(session) : [];
    if (silentNow.length > 0) {
      const actions = [...offer(view, 'propose', buttons.propose), ...offer(view, 'cancel', buttons.cancel, 'danger')];
      return news(view, words.silent(namesOf(view, silentNow), what), await card(), actions);
    }
    if (!isShown) return undefined;
    return news(view, isCurrent ? words.comes(learnersNamed(view), what) : words.over(what), await card());
  },
});
