import { clean } from '../clean.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { MESSAGE_MOST } from '../limits.ts';
import { follow } from '../may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session/session.ts';
import { locking } from '../session/steps.ts';
import type { Store } from '../store.ts';
import type { Relayed } from './port.ts';

/** What the people of a session write to each other, whichever chat each of them uses. */
export interface Talk {
  /** Sends it to everybody else in the session. */
  say(by: Actor, id: string, text: string): Promise<Session>;
  /** What was written, the newest first: for its people, and for admins where the organization says so to everybody. */
  read(by: Actor, id: string, limit: number, offset: number): Promise<readonly Relayed[]>;
}

export function createTalk(store: Pick<Store, 'of'>, clock: Clock): Talk {
  const withSession = locking(store);
  return {
    say: (by, id, typed) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'message', session, now);
        const text = clean(typed).trim();
        if (text === '') throw new Refusal('required', {}, 'text');
        if (text.length > MESSAGE_MOST) throw new Refusal('too-long', { most: MESSAGE_MOST }, 'text');
        const message: Relayed = { id: newId(), session: id, from: by.person.id, text, sentAt: now };
        await tx.addRelayed(message);
        // Of two who are apart neither hears from the other, and neither is told so.
        const apart = await tx.apartFrom(by.person.id);
        const people = session.participants.map(({ person }) => person);
        const others = people.filter((person) => person !== by.person.id && !apart.has(person));
        const about = sessionSubject(id);
        const data = { message: message.id };
        await tx.owe(
          others.map((person) => ({ kind: 'message', to: { person }, about, dedupeKey: message.id, data })),
          now,
        );
        return session;
      }),

    read: async (by, id, limit, offset) => {
      const ours = store.of(by.person.organization);
      const session = await ours.session(id);
      if (!session) throw new Refusal('no-such-session', {});
      follow(by, 'messages', session, clock());
      return ours.relayedIn(id, limit, offset);
    },
  };
}
