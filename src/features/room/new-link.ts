import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { type Act, follow } from '../../core/may.ts';
import { safeRoom } from '../../core/meeting/own-room.ts';
import { sessionSubject } from '../../core/owing/subject.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Meeting, Session } from '../../core/session/session.ts';
import type { Transaction } from '../../core/store.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { checkPlatform, OWN_LINK } from '../shared/platform-name.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Another room on the same platform: the old link stops working. For the tutor and admins. */
export const newLink = handler({
  input: z.object({ session: SessionId }),
  run: (by, { session }, deps: Deps) => replaceMeeting(by, 'new-link', session, undefined, deps),
});

/** Nothing worked before; perhaps it does now. */
export const makeAgain = handler({
  input: z.object({ session: SessionId }),
  run: (by, { session: id }, deps: Deps) =>
    change(by, 'make-again', id, deps, async (tx, session) => {
      if (session.meeting) return;
      await tx.annotateSession(id, { meetingAttempt: session.meetingAttempt + 1 });
      await tx.enqueue({ name: 'make-meeting', data: { session: id } });
    }),
});

/** The session meets on another platform. For the tutor and admins. */
export const otherPlatform = handler({
  input: z.object({ session: SessionId, choice: z.string() }),
  run: async (by, { session, choice }, deps: Deps) => {
    await checkPlatform(by, session, choice, deps);
    return replaceMeeting(by, 'other-platform', session, choice, deps);
  },
});

/** A link of the tutor's own, where no platform works. */
export const ownLink = handler({
  input: z.object({ session: SessionId, url: z.string().trim() }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'own-link');
    const words = readerOf(by).words.ownLink;
    return {
      title: words.title,
      submit: words.submit,
      carry: { session: session.id },
      fields: [
        {
          kind: 'text',
          name: 'url',
          label: words.url,
          placeholder: 'https://…',
          isLong: false,
          isOptional: false,
          most: 500,
          ...(input['url'] === undefined ? {} : { value: input['url'] }),
        },
      ],
    };
  },
  run: async (by, { session: id, url }, deps: Deps) => {
    const room = safeRoom(url);
    if (room === undefined) throw new Refusal('not-a-room', {}, 'url');
    const meeting: Meeting = {
      platform: OWN_LINK,
      meetingId: room,
      url: room,
      passcode: undefined,
      host: undefined,
      madeAt: deps.clock(),
      fallback: undefined,
    };
    return change(by, 'own-link', id, deps, async (tx, session) => {
      // Another try has made one meanwhile.
      if (session.meeting) await discard(tx, session.meeting);
      await tx.setMeeting(id, meeting);
      await tx.releaseHost(id);
      const link = { kind: 'meeting', about: sessionSubject(id), dedupeKey: `own-${session.meetingAttempt}` } as const;
      const owed = session.participants.map(({ person }) => ({ ...link, to: { person } }));
      await tx.owe(owed, deps.clock());
    });
  },
});

function replaceMeeting(
  by: Actor,
  act: 'new-link' | 'other-platform',
  id: string,
  platform: string | undefined,
  deps: Deps,
): Promise<Reply> {
  return change(by, act, id, deps, async (tx, session) => {
    if (!session.meeting) throw new Refusal('no-meeting-yet', {});
    const wanted = platform ?? session.meeting.platform;
    await tx.annotateSession(id, { meetingAttempt: session.meetingAttempt + 1, platformWanted: wanted });
    await tx.setMeeting(id, undefined);
    await tx.releaseHost(id);
    await discard(tx, session.meeting);
    await tx.enqueue({ name: 'make-meeting', data: { session: id } });
  });
}

function discard(tx: Transaction, { platform, meetingId }: Meeting): Promise<void> {
  return tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
}

async function change(
  by: Actor,
  act: Act,
  id: string,
  deps: Deps,
  work: (tx: Transaction, session: Session) => Promise<void>,
): Promise<Reply> {
  const session = await deps.store.transaction(async (tx) => {
    const locked = await tx.lockSession(id);
    if (!locked) throw new Refusal('no-such-session', {});
    follow(by, act, locked, deps.clock());
    await work(tx, locked);
    await tx.audit({
      about: sessionSubject(id),
      by: by.person.id,
      event: 'new-link',
      from: locked.state,
      to: locked.state,
      at: deps.clock(),
    });
    await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
    return (await tx.session(id)) ?? locked;
  });
  return { kind: 'replace', message: await fullCard(await viewOf(session, readerOf(by), deps), deps) };
}
