import { z } from 'zod';
import type { Form } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { say } from '../../conversation/say.ts';
import { inZoneShort } from '../../conversation/when/clock-words.ts';
import { may } from '../../core/may/may.ts';
import type { Actor } from '../../core/people/person.ts';
import { cancelsLate } from '../../core/session/late-cancel.ts';
import { participant } from '../../core/session/session.ts';
import { inShort } from '../cards/news.ts';
import { meetingCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Takes a place in a group session, or the next one on its waitlist. */
export const enrol = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps): Promise<Reply> => {
    const session = await deps.groups.enrol(by, id);
    const { group } = readerOf(by).words;
    const me = by.person.id;
    if (!participant(session, me))
      return { kind: 'private', message: { text: group.youWait(session.waiting.indexOf(me) + 1) } };
    if (by.account.dmClosed)
      return { kind: 'private', message: meetingCard(await viewOf(session, readerOf(by), deps), deps) };
    return { kind: 'private', message: { text: group.enrolled } };
  },
});

/** Gives the place up, or stops waiting for one. */
export const leave = handler({
  input: z.object({ session: SessionId, scope: z.enum(['this', 'all']).catch('all') }),
  form: (by, input, deps: Deps) => leaveForm(by, 'leave', by.person.id, input, deps),
  run: async (by, { session: id, scope }, deps: Deps): Promise<Reply> => {
    const before = await deps.store.session(id);
    const session = await deps.groups.leave(by, id, scope);
    const what = inShort(await viewOf(session, readerOf(by), deps));
    const { group } = readerOf(by).words;
    const wasIn = before !== undefined && participant(before, by.person.id) !== undefined;
    if (!wasIn) return { kind: 'private', message: { text: group.waitsNoMore(what) } };
    const isLate = cancelsLate(before, by.person.id, await deps.store.rules(by.person.organization), deps.clock());
    return {
      kind: 'private',
      message: { text: isLate ? say`${group.left(what)}. ${group.leftLate}` : group.left(what) },
    };
  },
});

/** Announces it in the channel in which this is pressed. */
export const announce = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps): Promise<Reply> => {
    const isNew = await deps.groups.announce(by, id);
    const { group } = readerOf(by).words;
    return { kind: 'private', message: { text: isNew ? group.announced : group.announcedAlready } };
  },
});

/** Of a course: which of it. Nothing is asked where they have a place in one alone, or wait. */
export async function leaveForm(
  by: Actor,
  act: 'leave' | 'take-out',
  learner: string,
  input: RawInput,
  deps: Deps,
): Promise<Form | undefined> {
  const session = await mine(by, input['session'] ?? '', deps, act);
  const all = session.series ? await deps.store.sessionsOfSeries(session.series.id) : [];
  const ahead = all.filter((one) => participant(one, learner) && may(by, act, one, deps.clock()).isAllowed);
  if (ahead.length < 2 || !participant(session, learner)) return undefined;
  const reader = readerOf(by);
  const { series: words, buttons, group } = reader.words;
  const zone = reader.zone ?? deps.defaultZone;
  return {
    title: act === 'leave' ? group.leaveTitle : buttons.takeOutShort,
    submit: act === 'leave' ? buttons.leave : buttons.takeOutShort,
    carry: { session: session.id, ...(act === 'take-out' && { learner }) },
    fields: [
      {
        kind: 'radio',
        name: 'scope',
        label: words.scope,
        isOptional: false,
        value: input['scope'] ?? 'all',
        options: [
          { value: 'all', label: words.all(ahead.length) },
          { value: 'this', label: group.leaveThis(inZoneShort(session.startsAt, zone, reader.locale)) },
        ],
      },
    ],
  };
}
