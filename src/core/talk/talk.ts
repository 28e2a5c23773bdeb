import { clean } from '../clean.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { FILE_MOST_MB, FILES_AT_ONCE, FILES_WAITING_MOST, MESSAGE_MOST } from '../limits.ts';
import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { askedIn, participant, type Session } from '../session/session.ts';
import { locking } from '../session/steps.ts';
import type { Store } from '../store.ts';
import { asGiven } from './file-kind.ts';
import type { GivenFile, Relayed } from './port.ts';

/** A file that somebody sends to the bot, before it is fetched. */
export interface SentFile {
  readonly name: string;
  /** Bytes, as the chat says. */
  readonly size: number;
  /** @returns undefined where it cannot be had, or is larger than `most` bytes */
  fetch(most: number): Promise<Uint8Array | undefined>;
}

/** What the people of a session write to each other, whichever chat each of them uses. */
export interface Talk {
  /** Sends it to everybody else in the session, or to all who were asked while any of them may take it. `files`: the ids of kept ones that go with it. */
  say(by: Actor, id: string, text: string, files?: readonly string[]): Promise<Session>;
  /** What was written, the newest first: for its people, and for admins where the organization says so to everybody. */
  read(by: Actor, id: string, limit: number, offset: number): Promise<readonly Relayed[]>;
  /** Keeps files until it is said in which session they are given. @returns their ids */
  keep(by: Actor, files: readonly SentFile[]): Promise<readonly string[]>;
  /** Sends the files of a message, once more, to somebody who may read it. */
  sendAgain(by: Actor, message: string): Promise<void>;
}

const BYTES_MOST = FILE_MOST_MB * 1024 * 1024;

export function createTalk(store: Pick<Store, 'of'>, clock: Clock): Talk {
  const withSession = locking(store);
  return {
    say: (by, id, typed, files = []) =>
      withSession(by, id, async (tx, session) => {
        const now = clock();
        follow(by, 'message', session, now);
        const text = clean(typed).trim();
        if (text === '' && files.length === 0) throw new Refusal('required', {}, 'text');
        if (text.length > MESSAGE_MOST) throw new Refusal('too-long', { most: MESSAGE_MOST }, 'text');
        const message = { id: newId(), session: id, from: by.person.id, text, sentAt: now };
        await tx.addRelayed(message);
        if (files.length > 0 && (await tx.giveFiles(by.person.id, files, message.id)) < files.length)
          throw new Refusal('files-gone', {});
        // Of two who are apart neither hears from the other, and neither is told so.
        const apart = await tx.apartFrom(by.person.id);
        const people = [...session.participants.map(({ person }) => person), ...askedIn(session)];
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
      const me = by.person.id;
      return ours.relayedIn(id, limit, offset, participant(session, me) ? me : undefined);
    },

    keep: async (by, sent) => {
      if (sent.length > FILES_AT_ONCE) throw new Refusal('too-many-files', { most: FILES_AT_ONCE });
      const files: (GivenFile & { readonly id: string })[] = [];
      for (const { name, size, fetch } of sent) {
        if (size > BYTES_MOST) throw new Refusal('file-too-large', { name, megabytes: FILE_MOST_MB });
        const bytes = await fetch(BYTES_MOST);
        if (!bytes) throw new Refusal('file-not-there', { name });
        const file = asGiven(name, bytes);
        if (!file) throw new Refusal('file-of-no-kind', { name });
        files.push({ ...file, id: newId() });
      }
      await store
        .of(by.person.organization)
        .transaction((tx) => tx.keepFiles(by.person.id, files, clock(), FILES_WAITING_MOST));
      return files.map(({ id }) => id);
    },

    sendAgain: async (by, id) => {
      const message = await store.of(by.person.organization).relayed(id);
      if (!message) throw new Refusal('no-such-session', {});
      await withSession(by, message.session, async (tx, session) => {
        const now = clock();
        follow(by, 'messages', session, now);
        const me = by.person.id;
        // What did not reach them then is not there for them now.
        if (participant(session, me) && !(await tx.relayed(id, me))) throw new Refusal('no-such-session', {});
        const about = sessionSubject(session.id);
        const to = { person: me };
        await tx.owe([{ kind: 'files', to, about, dedupeKey: `${id} ${newId()}`, data: { message: id } }], now);
      });
    },
  };
}
