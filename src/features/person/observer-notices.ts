import { z } from 'zod';
import type { Text } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { OBSERVED_EVENTS } from '../../core/people/tell-observers.ts';
import { participant } from '../../core/session/session.ts';
import { opening } from '../cards/actions.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { nameOf, type SessionView, type View } from '../shared/reader.ts';
import { agreeing, ending } from './observers.ts';

const Which = z.object({ observer: z.string() });

/** Both, by name. */
async function known(id: string, { reader }: View, deps: RenderDeps) {
  const one = await deps.store.observer(id);
  if (!one) return undefined;
  const people = await deps.store.people([one.learner, one.observer]);
  const named = (person: string) => people.get(person)?.name ?? reader.words.formerMember;
  return { one, learner: named(one.learner), observer: named(one.observer) };
}

/** To the admins: a learner would like somebody to see their sessions. */
export const observerAsked = notice({
  kind: 'observer-asked',
  data: Which,
  render: async (view: View, { data, isShown }, deps: RenderDeps) => {
    const { observers: words, buttons } = view.reader.words;
    const it = await known(data.observer, view, deps);
    if (!it) return isShown ? { text: words.ended } : undefined;
    const title = words.wanted(it.learner, it.observer);
    if (it.one.endedAt) return { title, text: words.ended };
    if (it.one.confirmedAt) return { title, text: words.confirmed };
    const target = { handler: 'confirm-observer', input: { observer: it.one.id } };
    return {
      title,
      text: words.wantedText,
      actions: [
        { kind: 'button', label: buttons.confirmObserver, style: 'primary', target },
        ending(it.one, buttons.endObserver),
      ],
    };
  },
});

/** To whoever is to observe: it begins when they agree. */
export const observe = notice({
  kind: 'observe',
  data: Which,
  render: async (view: View, { data, isShown }, deps: RenderDeps) => {
    const { observers: words, buttons } = view.reader.words;
    const it = await known(data.observer, view, deps);
    if (!it) return isShown ? { text: words.ended } : undefined;
    if (it.one.endedAt) return { text: words.ended };
    return {
      text: it.one.agreedAt ? words.theirs.active(it.learner) : words.invitation(it.learner),
      actions: [...agreeing(it.one, buttons.agreeToObserve), ending(it.one, buttons.endObserver)],
    };
  },
});

/** To the other side: it has begun, or is over. */
export const observerNews = notice({
  kind: 'observer-news',
  data: Which.extend({ what: z.enum(['begins', 'ended']) }),
  render: async (view: View, { data: { observer: id, what }, isShown }, deps: RenderDeps) => {
    const { observers: words, buttons } = view.reader.words;
    const it = await known(id, view, deps);
    if (!it) return isShown ? { text: words.ended } : undefined;
    const isLearner = it.one.learner === view.reader.person.id;
    if (what === 'ended' || it.one.endedAt)
      return { text: isLearner ? words.endedForYou(it.observer) : words.endedForThem(it.learner) };
    return { text: words.mine.active(it.observer), actions: [ending(it.one, buttons.endObserver)] };
  },
});

/** To an observer: what happened to a session of the learner. */
export const observed = notice({
  kind: 'observed',
  data: z.object({ what: z.enum(OBSERVED_EVENTS), at: z.number(), count: z.number(), of: z.string() }),
  render: (view: SessionView, { data: { what, at, count, of } }) => {
    const { session, reader } = view;
    const { observers: words, sessions } = reader.words;
    const whose = nameOf(view, of);
    const outcome = participant(session, of)?.outcome;
    if (what === 'outcome' && outcome === undefined) return undefined;
    const inWords = itInWords(view, at);
    const line =
      what === 'outcome'
        ? words.outcome(whose, inWords, sessions.state[outcome ?? 'unknown'])
        : words.news[what](whose, inWords);
    return { text: [...line, ...andMore(view, count)], actions: [opening(view)] };
  },
  /** The learner has left it, or they observe that learner no more. */
  over: async (view: SessionView, { data: { at, count, of }, isShown }, deps: RenderDeps) => {
    const { person, words } = view.reader;
    const theirs = await deps.store.observersOf(person.id);
    const isStill = theirs.some((one) => one.learner === of && one.observer === person.id && one.agreedAt);
    if (!isStill) return isShown ? { text: words.observers.ended } : undefined;
    const whose = (await deps.store.people([of])).get(of)?.name ?? words.formerMember;
    const line = words.observers.news.cancelled(whose, itInWords(view, at));
    return { text: [...line, ...andMore(view, count)] };
  },
});

function itInWords(view: SessionView, at: number): Text {
  const { session, reader } = view;
  const tutor = session.tutor === undefined ? reader.words.anyTutor : nameOf(view, session.tutor);
  return reader.words.news.session(session.subject, tutor, moment(new Date(at), reader.zone));
}

function andMore({ reader }: SessionView, count: number): Text {
  return count > 1 ? reader.words.observers.andMore(count - 1) : [];
}
